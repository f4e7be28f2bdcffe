/** Modules that stand in one scope: none means a name of the browser that another declares for all of them. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { parse } from "acorn";

const PYTHON = process.env.PYTHON ?? ".venv/bin/python";
/** Prints the modules of the first two scripts of the reader's edition, and these scripts. */
const STAGES = `
import json, sys
from geo.browser.assets import web_modules
from geo.browser.bundle import modules_of
from geo.browser.parts import bundle_parts
from geo.browser.reader_files import READER_STAGES
modules = web_modules()
stages = {entry: modules_of(modules, entry) for entry in READER_STAGES.values()}
texts = {name: modules[name] for names in stages.values() for name in names}
json.dump([texts, list(bundle_parts(modules, READER_STAGES, {}).values())], sys.stdout)
`;
const [modules, scripts] = JSON.parse(execFileSync(PYTHON, ["-c", STAGES], { encoding: "utf8", maxBuffer: 2 ** 26 }));

const parsed = (text) => parse(text, { ecmaVersion: "latest", sourceType: "module" });

/** Calls `see(node, parent, key)` for every node of a tree. */
function walk(node, see, parent = null, key = "") {
  see(node, parent, key);
  for (const [name, value] of Object.entries(node))
    for (const child of [value].flat()) if (typeof child?.type === "string") walk(child, see, node, name);
}

/** The names that a pattern declares. */
function namesIn(pattern) {
  if (!pattern) return [];
  if (pattern.type === "Identifier") return [pattern.name];
  const inner = pattern.properties ?? pattern.elements ?? [pattern.left ?? pattern.argument ?? pattern.value];
  return inner.flatMap(namesIn);
}

/** The names that a module means and declares nowhere. */
function freeNames(text) {
  const [meant, declared] = [new Set(), new Set()];
  walk(parsed(text), (node, parent, key) => {
    if (node.type === "Identifier") {
      const isName = (key === "property" && !parent.computed) || (key === "key" && !parent.computed);
      if (!isName || parent.shorthand) meant.add(node.name);
    }
    if (node.type === "VariableDeclarator") for (const name of namesIn(node.id)) declared.add(name);
    if (node.local) declared.add(node.local.name);
    for (const name of (node.params ?? [node.param]).flatMap(namesIn)) declared.add(name);
    if (/^(Function|Class)/.test(node.type) && node.id) declared.add(node.id.name);
  });
  return [...meant].filter((name) => !declared.has(name));
}

/** The names that a script declares for all its modules. */
function topNames(script) {
  const body = parsed(script).body.map((one) => one.declaration ?? one);
  return body.flatMap((one) => one.declarations?.flatMap(({ id }) => namesIn(id)) ?? (one.id ? [one.id.name] : []));
}

test("no module means by a word what another declares", () => {
  const declared = new Set(scripts.flatMap(topNames));
  assert.ok(declared.has("Store") && declared.has("Timeline") && declared.size > 200);
  for (const [name, text] of Object.entries(modules))
    assert.deepEqual(
      freeNames(text).filter((free) => declared.has(free)),
      [],
      name,
    );
});

test("what is meant and not declared is found", () => {
  const text = "const a = { b: 1, c }; export function d({ e }) { return f.g(e) + a; }";
  assert.deepEqual(freeNames(text), ["c", "f"]);
});
