/** The columns of the events, in `record.json` and `marks.json`, and what the engine makes of them. */

/** `marks.json`: what of the record the marks on the map need. */
export interface RecordMarks {
  events: Omit<EventColumns, keyof CountedColumns | "title">;
  /** lon, lat, km² */
  districts: [number, number, number][];
}

/** What of the events is counted while the handle moves. */
export type CountedColumns = Pick<EventColumns, "start" | "end" | "datePrecision" | "verification">;

export interface EventColumns {
  id: string[];
  title?: string[];
  start: ArrayLike<number>;
  end: ArrayLike<number>;
  datePrecision: number[];
  type: ArrayLike<number>;
  verification: ArrayLike<number>;
  where: ArrayLike<number>;
  point: ([number, number] | null)[];
  province: number[];
  district: number[];
  country: string[];
  actors: number[][];
  claimants: number[][];
  kinds: number[][];
  /** Of what a reader added: 0 where the file tells no type. */
  typed?: number[];
}

/** The same in the browser, with what is drawn of it. */
export interface Events extends EventColumns {
  title: string[];
  start: Int32Array;
  end: Int32Array;
  type: Uint8Array;
  verification: Uint8Array;
  where: Uint8Array;
  typeNames: string[];
  verificationNames: string[];
  /** Local units (`mercator.js`). */
  x: Float32Array;
  y: Float32Array;
  /** 0: not on the map, else how exactly: 1 or 2 the place, 3 the district. */
  placed: Uint8Array;
  /** 1 where the day is known well enough. */
  drawn: Uint8Array;
  /** Numbers of the events that last long. */
  long: number[];
  /** By type a colour as ImageData holds it. */
  colours: Uint32Array;
}
