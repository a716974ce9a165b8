// The form of a rubric in React: createElement(RubricForm, { form, sections: formSections(form, { values, issues }) }).
import { createElement as h } from 'react';

const Field = ({ name, label, kind, choices, texts, values, messages }) => {
  const wrong = messages.map((message) => h('strong', { key: message, role: 'alert' }, message));
  const defaultValue = values.join('\n');
  if (kind === 'hidden') return h('input', { type: 'hidden', name, defaultValue });
  if (choices.length === 0) {
    const isLine = kind === 'text' || kind === 'date';
    const input = isLine ? h('input', { type: kind, name, defaultValue }) : h('textarea', { name, defaultValue });
    return h('p', null, h('label', null, label, ' ', input), wrong);
  }
  const type = kind === 'choice' ? 'radio' : 'checkbox';
  const ticks = choices.map(({ value, label, descriptor }) => {
    const input = h('input', { type, name, value, defaultChecked: values.includes(value) });
    return h('p', { key: value }, h('label', null, input, ' ', label), ' ', h('small', null, descriptor));
  });
  const said = texts.map((text) => h('p', { key: text }, text));
  return h('fieldset', null, h('legend', null, label), said, ticks, wrong);
};

export const RubricForm = ({ form: { language, direction, notice }, sections }) => {
  const section = ({ title, fields }, at) =>
    h(
      'section',
      { key: at },
      title && h('h2', null, title),
      fields.map((one) => h(Field, { key: one.name, ...one })),
    );
  const end = [h('small', { key: 'notice' }, notice), h('button', { key: 'button' }, 'OK')];
  return h('form', { method: 'post', lang: language, dir: direction }, sections.map(section), end);
};
