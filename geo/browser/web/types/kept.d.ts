/** What is kept on a device (`geo/export/edition/kept.py`), and what of a service worker we use. */

export interface Kept {
  /** names the files as they are: other content, other name */
  version: string;
  data: string;
  bytes: number;
  /** the first letters of the SHA-256 of each page by its address; '' where the address itself names the content */
  files: { [address: string]: string };
  /** what an address leads to that is not kept */
  missing: string;
  /** where a page asks what is kept */
  told: string;
}

export interface KeptTold {
  data: string;
  bytes: number;
  count: number;
}

export interface WaitedFor extends Event {
  waitUntil(done: Promise<unknown>): void;
}

export interface Asked extends WaitedFor {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

export interface Keeper {
  registration: ServiceWorkerRegistration;
  KEPT: Kept;
  addEventListener(type: "install" | "activate", on: (event: WaitedFor) => void): void;
  addEventListener(type: "fetch", on: (event: Asked) => void): void;
}
