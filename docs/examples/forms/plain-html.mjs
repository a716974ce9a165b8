// The form of a rubric as plain HTML: formHtml(form, formSections(form, { values, issues })). What it posts readAnswers reads.
const safe = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const field = ({ name, label, kind, choices, texts, values, messages }) => {
  const named = `name="${safe(name)}"`;
  const wrong = messages.map((message) => `<strong role="alert">${safe(message)}</strong>`).join('');
  const text = safe(values.join('\n'));
  if (kind === 'hidden') return `<input type="hidden" ${named} value="${text}">`;
  if (choices.length === 0) {
    const isLine = kind === 'text' || kind === 'date';
    const input = isLine
      ? `<input type="${kind}" ${named} value="${text}">`
      : `<textarea ${named}>\n${text}</textarea>`;
    return `<p><label>${safe(label)} ${input}</label>${wrong}</p>`;
  }
  const type = kind === 'choice' ? 'radio' : 'checkbox';
  const ticks = choices.map(({ value, label, descriptor = '' }) => {
    const ticked = values.includes(value) ? ' checked' : '';
    const input = `<input type="${type}" ${named} value="${safe(value)}"${ticked}>`;
    return `<p><label>${input} ${safe(label)}</label> <small>${safe(descriptor)}</small></p>`;
  });
  const said = texts.map((one) => `<p>${safe(one)}</p>`).join('');
  return `<fieldset><legend>${safe(label)}</legend>${said}${ticks.join('')}${wrong}</fieldset>`;
};

export const formHtml = ({ language, direction, notice }, sections) =>
  `<form method="post" lang="${safe(language)}" dir="${direction}">
${sections.map(({ title, fields }) => (title ? `<h2>${safe(title)}</h2>` : '') + fields.map(field).join('\n')).join('\n')}
<p><small>${safe(notice)}</small></p><button>OK</button></form>`;
