import { refuseNoList, refuseNoText } from '../../common/refuse.js';

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

/**
 * A digest of urls in their order, 64 bits as sixteen hexadecimal digits: whether a text index and an article graph number the same
 * articles alike is told by comparing theirs. It guards against mistakes, not against someone who means to deceive.
 *
 * @param urls in the order in which they are numbered
 * @example
 * urlDigest(['/a', '/b']) === urlDigest(['/b', '/a']); // => false
 */
export const urlDigest = (urls: Iterable<string>): string => {
  refuseNoList('urlDigest', 'urls', urls, 'urls');
  let high = 0x811c9dc5 | 0;
  let low = 0x2f0b4c47;
  for (const url of urls) {
    refuseNoText('urlDigest', 'a url', url);
    for (let i = 0; i < url.length; i++) {
      const unit = url.charCodeAt(i);
      high = Math.imul(high ^ unit, 0x01000193);
      low = Math.imul(low ^ unit ^ (low >>> 15), 0x5bd1e995);
    }
    // No code unit is as large as this, so that where one url ends counts too.
    high = Math.imul(high ^ 0x10001, 0x01000193);
    low = Math.imul(low ^ 0x10001 ^ (low >>> 15), 0x5bd1e995);
  }
  return hex(high ^ (high >>> 15)) + hex(low ^ (low >>> 13));
};
