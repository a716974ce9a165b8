import { isItNear, nearestName } from '../../common/nearest-name.js';

/** So many unknown names are told the nearest right one. Of input with more the rest is told plainly, since comparing takes time. */
const MOST_HINTS = 100;

/** The names that one check compares unknown ones with, and how many it compared. */
export class NearNames {
  #compared = 0;

  /** What ends the message about an unknown name: *; is it “core-team”?*, or a full stop. */
  end(unknown: string, known: Iterable<string>): string {
    return (this.#compared++ < MOST_HINTS && isItNear(nearestName(unknown, known))) || '.';
  }
}
