// The table of docs/benchmarks.md as a chart: one bar a job, on a scale where each step is ten times the one before. A bar to the right of
// the line at 1 says how many times longer the peer takes; one to the left, how much faster it is. The table stays beneath it.
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const plain = (text) => escaped(text.replaceAll(/[*`]/gu, ''));

const [LABELS, WIDTH, ROW] = [372, 760, 30];
const [LEAST, GREATEST] = [0.1, 1000];

const across = (ratio) =>
  LABELS +
  ((Math.log10(ratio) - Math.log10(LEAST)) / (Math.log10(GREATEST) - Math.log10(LEAST))) * (WIDTH - LABELS - 48);

export const benchmarkChart = (rows) => {
  // “the same” and an empty peer stand for the row above.
  let [job, peer] = ['', ''];
  const bars = rows.map((row) => {
    job = /^the same$/u.test(row.job) ? job : row.job.replace(/^article objects/u, 'Article objects');
    peer = row.peer || peer;
    return { job, peer: row.peer || peer, ratio: row.ratio };
  });
  const height = bars.length * ROW + 44;
  const one = across(1);
  const marks = [0.1, 1, 10, 100, 1000].map(
    (mark) =>
      `<line x1="${across(mark).toFixed(1)}" x2="${across(mark).toFixed(1)}" y1="8" y2="${height - 28}" class="${mark === 1 ? 'one' : 'grid'}"/>` +
      `<text x="${across(mark).toFixed(1)}" y="${height - 12}" text-anchor="middle" class="small">${mark}×</text>`,
  );
  const drawn = bars.map((bar, at) => {
    const [y, x] = [12 + at * ROW, across(bar.ratio)];
    const [from, to] = [Math.min(one, x), Math.max(one, x)];
    return (
      `<text x="${LABELS - 10}" y="${y + 9}" text-anchor="end">${plain(bar.job)}</text>` +
      `<text x="${LABELS - 10}" y="${y + 21}" text-anchor="end" class="small">beside ${plain(bar.peer)}</text>` +
      `<rect x="${from.toFixed(1)}" y="${y + 2}" width="${Math.max(2, to - from).toFixed(1)}" height="16" rx="2" class="${bar.ratio < 1 ? 'slower' : 'faster'}"/>` +
      `<text x="${(to + 6).toFixed(1)}" y="${y + 14}" class="value">${bar.ratio}</text>`
    );
  });
  const title = 'How many times longer the peer takes than this library';
  const said = bars.map((bar) => `${plain(bar.job)} beside ${plain(bar.peer)}: ${bar.ratio}`).join('; ');
  return (
    `<figure class="chart"><div class="scroll" tabindex="0" role="region" aria-label="Chart of the benchmarks"><svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="bench-title bench-desc">` +
    `<title id="bench-title">${title}</title><desc id="bench-desc">${said}.</desc>${marks.join('')}${drawn.join('')}</svg></div>` +
    `<figcaption>${title}; each step of the scale is ten times the one before. Left of 1 the peer is faster.</figcaption></figure>\n`
  );
};
