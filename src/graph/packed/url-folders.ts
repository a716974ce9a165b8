import { hashOfUnits } from './packed-text.js';
import type { TextArena } from './text-arena.js';

/** The folders of urls, each a url up to its last slash, and that too. They are numbered as they first occur. */
export class UrlFolders {
  readonly names: string[] = [];
  readonly texts: number[] = [];
  readonly hashes: number[] = [];
  readonly #arena: TextArena;
  readonly #numbers = new Map<string, number>();

  constructor(arena: TextArena) {
    this.#arena = arena;
  }

  /** The number of the folder that ends at `end`, which is put in if it was not there. */
  numberOf(url: string, end: number): number {
    const name = url.slice(0, end);
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.names.push(name) - 1;
    this.#numbers.set(name, number);
    this.texts.push(this.#arena.intern(name));
    this.hashes.push(hashOfUnits(name, 0, end, 0));
    return number;
  }

  close(): void {
    this.#numbers.clear();
  }
}
