import { safeAddress } from '../../markup/safe-address.js';
import type { Words } from './blocks.js';

/** Where words lead to, where it is safe to go there. */
export const addressOf = ({ address }: Words): string | undefined =>
  address === undefined ? undefined : safeAddress(address);

/** Whether a note of where something is kept is an address, and no shelf mark: *shelf 4, the blue folder*. */
export const looksLikeAddress = (text: string): boolean =>
  /^(?:https?:\/\/|mailto:)/iu.test(text) || (!/\s/u.test(text) && /^[./?#]|\/|\.[a-z\d]{2,5}$/iu.test(text));
