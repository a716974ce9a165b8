// Pages drawn by a generator of their own, the same each time: to see how large a site the browser can check.
const SUBJECTS = ['Physics', 'Chemistry', 'Biology', 'Mathematics', 'Engineering', 'Computing'];
const THINGS = ['charge', 'current', 'energy', 'cells', 'fractions', 'bridges', 'data', 'acids', 'levers', 'light'];

/** A whole number below `below`, from the number of a draw: Knuth’s multiplicative hash. */
const drawn = (draw: number, below: number): number => (Math.imul(draw + 1, 2_654_435_761) >>> 0) % below;

const subjectOf = (at: number): string => SUBJECTS[at % SUBJECTS.length] ?? '';
const titleOf = (at: number): string => `What is ${THINGS[at % THINGS.length] ?? ''} number ${at}?`;
const slugOf = (at: number): string =>
  titleOf(at)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
const urlOf = (at: number): string => `/${subjectOf(at).toLowerCase()}/questions/${slugOf(at)}`;

/** Five links: mostly near by, some across the site; about one in fifty leads nowhere, one in a hundred to the page itself. */
export const generatedPage = (at: number, total: number): { path: string; text: string } => {
  const links = [1, 2, 3, 4, 5].map((slot) => {
    const draw = at * 8 + slot;
    const kind = drawn(draw, 100);
    let target = (at + 1 + drawn(draw + 7, 60)) % total;
    if (kind < 15) target = drawn(draw + 3, total);
    if (kind === 99) target = at;
    const url = kind === 98 || kind === 97 ? `${urlOf(target)}-gone` : urlOf(target);
    return `related_article${slot}:\n  id: ${kind === 98 || kind === 97 ? target + total : target}\n  title: ${titleOf(target)}\n  subject: ${subjectOf(target)}\n  url: ${url}`;
  });
  const text = `---\nid: ${at}\ntitle: ${titleOf(at)}\nsubject: ${subjectOf(at)}\nurl: ${urlOf(at)}\n${links.join('\n')}\n---\n\nAn answer about ${THINGS[at % THINGS.length]}.\n`;
  return { path: `${urlOf(at).slice(1)}.md`, text };
};
