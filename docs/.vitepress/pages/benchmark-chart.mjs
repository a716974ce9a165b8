// The table of docs/benchmarks.md as a chart: one bar a job, on a scale where each step is ten times the one before. A bar to the right of
// the line at 1 says how many times longer the peer takes; one to the left, how much faster it is. The table stays beneath it.
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const plain = (text) => escaped(text.replaceAll(/[*`]/gu, ''));

const [WIDTH, MARGIN, ROW, TOP] = [560, 12, 40, 8];
const [LEAST, GREATEST] = [0.3, 2000];

const across = (ratio) => MARGIN + (Math.log(ratio / LEAST) / Math.log(GREATEST / LEAST)) * (WIDTH - 2 * MARGIN);

export const benchmarkChart = (rows) => {
  // “the same” and an empty peer stand for the row above.
  let [job, peer] = ['', ''];
  const bars = rows.map((row) => {
    job = row.job === 'the same' ? job : row.job;
    peer = row.peer || peer;
    return { job, peer, ratio: row.ratio };
  });
  const height = bars.length * ROW + TOP + 24;
  const one = across(1);
  const marks = [1, 10, 100, 1000].map((mark) => {
    const x = across(mark).toFixed(1);
    return (
      `<line x1="${x}" x2="${x}" y1="${TOP}" y2="${height - 18}" class="${mark === 1 ? 'one' : 'grid'}"/>` +
      `<text x="${x}" y="${height - 4}" text-anchor="middle" class="small">${mark}×</text>`
    );
  });
  const drawn = bars.map((bar, at) => {
    const [y, x] = [TOP + at * ROW, across(bar.ratio)];
    const [from, to] = [Math.min(one, x), Math.max(one, x)];
    const said = `<tspan>${plain(bar.job)}</tspan><tspan class="small" dx="6">beside ${plain(bar.peer)}</tspan>`;
    return (
      `<text x="${(one + 6).toFixed(1)}" y="${y + 14}" class="ground">${said}</text>` +
      `<rect x="${from.toFixed(1)}" y="${y + 19}" width="${Math.max(2, to - from).toFixed(1)}" height="13" rx="2" class="${bar.ratio < 1 ? 'slower' : 'faster'}"/>` +
      `<text x="${(to + 6).toFixed(1)}" y="${y + 30}" class="value">${bar.ratio}</text>`
    );
  });
  const title = 'How many times longer the peer takes than this library';
  const said = bars.map((bar) => `${plain(bar.job)} beside ${plain(bar.peer)}: ${bar.ratio}`).join('; ');
  return (
    `<figure class="chart"><div class="scroll" tabindex="0" role="region" aria-label="Chart of the benchmarks">` +
    `<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="bench-title bench-desc">` +
    `<title id="bench-title">${title}</title><desc id="bench-desc">${said}.</desc>${marks.join('')}${drawn.join('')}</svg></div>` +
    `<figcaption>${title}; each step of the scale is ten times the one before. Left of 1 the peer is faster.</figcaption></figure>\n`
  );
};
