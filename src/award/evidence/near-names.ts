import { isItNear, MOST_HINTS, nearestName } from '../../common/nearest-name.js';

/** The names that one check compares unknown ones with, and how many it compared. */
export class NearNames {
  #compared = 0;

  /** What ends the message about an unknown name: *; is it “core-team”?*, or a full stop. */
  end(unknown: string, known: Iterable<string>): string {
    return (this.#compared++ < MOST_HINTS && isItNear(nearestName(unknown, known))) || '.';
  }
}
