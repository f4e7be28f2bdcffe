/** What is served is what is written: the minifier may take comments and blanks, and nothing else. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { parse } from "acorn";

const PYTHON = process.env.PYTHON ?? ".venv/bin/python";
/** Prints a script as it is put together, and as it is served. */
const SCRIPTS = `
import json, sys
from geo.browser.assets import ENTRIES, web_modules
from geo.browser.bundles.bundle import bundle, bundle_module, minified
scripts = [bundle_module(web_modules(), ENTRIES), bundle(web_modules(), "standalone/standalone.js")]
json.dump([[script, minified(script)] for script in scripts], sys.stdout)
`;

/** A script's meaning as text: its syntax without where things stand. */
function meaning(script) {
  const place = new Set(["start", "end"]);
  const tree = parse(script, { ecmaVersion: "latest", sourceType: "module" });
  return JSON.stringify(tree, (key, value) => (place.has(key) ? undefined : value));
}

const scripts = JSON.parse(execFileSync(PYTHON, ["-c", SCRIPTS], { encoding: "utf8", maxBuffer: 2 ** 26 }));

for (const [at, name] of ["the pages' modules", "the one-file replay"].entries())
  test(`${name} mean the same when they are minified, and are shorter`, () => {
    const [written, served] = scripts[at];
    assert.ok(meaning(written) === meaning(served)); // no diff of half a million letters
    assert.ok(served.length < 0.7 * written.length, `${served.length} of ${written.length}`);
  });

test("the comparison sees a blank that is lost, and no comment", () => {
  const [written, lost] = ["` (\x24{y})`", "`(\x24{y})`"].map((text) => meaning(text));
  assert.notEqual(written, lost);
  assert.equal(meaning("const a = 1; // one"), meaning("const a=1;"));
});
