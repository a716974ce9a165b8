/**
 * The LaTeX commands that begin with n: the closed list by which `\neq` in a formula is told from a line break before "eq".
 * From LaTeX itself, amsmath, amssymb, and the few of other packages that formulas on the web use (physics, siunitx, nicefrac, tikz).
 * A bare `\n` is no command.
 */

/**
 * What remains without `\n` is no word and no name (`\neq` would leave a line "eq …"), so these are commands outside a formula too.
 */
const UNMISTAKABLE =
  'nabla nearrow neq newcommand nleq ngeq nleqq ngeqq nleqslant ngeqslant notin nsubseteq nsupseteq nsubseteqq nsupseteqq nwarrow ' +
  'nleftarrow nrightarrow nLeftarrow nRightarrow nleftrightarrow nLeftrightarrow nvdash nvDash nVdash nVDash ntriangleleft ' +
  'ntriangleright ntrianglelefteq ntrianglerighteq nshortmid nshortparallel npreceq nsucceq';

/** What remains may begin a line (`\ne` a variable e, `\nless` "less", `\neg` "eg"): commands only inside a formula. */
const IN_FORMULAS =
  'natural ncong ne neg negmedspace negthickspace negthinspace newenvironment newline newpage nexists ngtr ni nicefrac nless nmid ' +
  'noalign nobreak nobreakdash nobreakspace nocite node noexpand noindent nolimits nonscript nonumber nopagebreak norm normalcolor ' +
  'normalfont normalsize not notag nparallel nprec nsim nsubset nsucc nsupset nu null nulldelimiterspace num numberwithin ' +
  'napprox nasymp nequiv nin nni nsime';

/** Relations need something on their left, so none can be followed by another relation or a power. */
const RELATIONS = /* @__PURE__ */ new Set(
  'ne neq ni nmid nless ngtr nleq ngeq nsim ncong nparallel nprec nsucc nin nni napprox nequiv nasymp nsubset nsupset'.split(
    ' ',
  ),
);

const unmistakable = /* @__PURE__ */ new Set(UNMISTAKABLE.split(' '));
const inFormulas = /* @__PURE__ */ new Set(IN_FORMULAS.split(' '));

/** True for each command of the list. Commands are case-sensitive. */
export function isLatexCommand(name: string): boolean {
  return unmistakable.has(name) || inFormulas.has(name);
}

export function isUnmistakableCommand(name: string): boolean {
  return unmistakable.has(name);
}

export function isRelation(name: string): boolean {
  return RELATIONS.has(name);
}
