// What one would write for this one rubric and no other: eight criteria of weights 1 1 2 1 3 1 2 1, four levels of 0 to 3
// points, three quarters at level 2 for `secure`, every one at level 1 for `begun`. Neither loop checks its codes.

const weights = [1, 1, 2, 1, 3, 1, 2, 1];
const NOT_APPLICABLE = 254;
const UNRATED = 255;

/**
 * Everything there is to count fits 30 bits: points (6), rated weight (4), applicable weight (4), how many reach level 2
 * (4), how many level 1 (4), how many are unrated (4), how many apply (4). So one table lookup and one addition serve a cell.
 */
const tables = new Int32Array(8 * 256);
weights.forEach((weight, at) => {
  for (let level = 0; level < 4; level++) {
    tables[at * 256 + level] =
      (weight * level) |
      (weight << 6) |
      (weight << 10) |
      ((level >= 2 ? 1 : 0) << 14) |
      ((level >= 1 ? 1 : 0) << 18) |
      (1 << 26);
  }
  tables[at * 256 + NOT_APPLICABLE] = 0;
  tables[at * 256 + UNRATED] = (weight << 10) | (1 << 22) | (1 << 26);
});

export const handWritten = (columns, { secure, begun, state, value, least, greatest, coverage }) => {
  const [a, b, c, d, e, f, g, h] = columns;
  for (let row = 0; row < a.length; row++) {
    const sum =
      tables[a[row]] +
      tables[256 + b[row]] +
      tables[512 + c[row]] +
      tables[768 + d[row]] +
      tables[1024 + e[row]] +
      tables[1280 + f[row]] +
      tables[1536 + g[row]] +
      tables[1792 + h[row]];
    const reached = sum & 63;
    const rated = (sum >> 6) & 15;
    const applicable = (sum >> 10) & 15;
    const prepared = (sum >> 14) & 15;
    const developing = (sum >> 18) & 15;
    const unrated = (sum >> 22) & 15;
    const count = (sum >> 26) & 15;
    value[row] = reached / (3 * rated);
    least[row] = reached / (3 * applicable);
    greatest[row] = (reached + 3 * (applicable - rated)) / (3 * applicable);
    coverage[row] = rated / applicable;
    state[row] = applicable === 0 ? 3 : rated === 0 ? 2 : 0;
    // Criteria that may not be left out are enough for `count` never to be zero.
    secure[row] = 4 * prepared >= 3 * count ? 2 : 4 * (prepared + unrated) >= 3 * count ? 1 : 0;
    begun[row] = developing >= count ? 2 : developing + unrated >= count ? 1 : 0;
  }
};

/** The same as one writes it first: a branch for each thing a cell can be. */
export const plainlyWritten = (columns, { secure, begun, state, value, least, greatest, coverage }) => {
  const rows = columns[0].length;
  for (let row = 0; row < rows; row++) {
    let [reached, rated, applicable, prepared, developing, unrated, count] = [0, 0, 0, 0, 0, 0, 0];
    for (let at = 0; at < 8; at++) {
      const code = columns[at][row];
      if (code === NOT_APPLICABLE) continue;
      count++;
      applicable += weights[at];
      if (code === UNRATED) {
        unrated++;
        continue;
      }
      rated += weights[at];
      reached += weights[at] * code;
      if (code >= 2) prepared++;
      if (code >= 1) developing++;
    }
    value[row] = reached / (3 * rated);
    least[row] = reached / (3 * applicable);
    greatest[row] = (reached + 3 * (applicable - rated)) / (3 * applicable);
    coverage[row] = rated / applicable;
    state[row] = applicable === 0 ? 3 : rated === 0 ? 2 : 0;
    secure[row] = 4 * prepared >= 3 * count ? 2 : 4 * (prepared + unrated) >= 3 * count ? 1 : 0;
    begun[row] = developing >= count ? 2 : developing + unrated >= count ? 1 : 0;
  }
};
