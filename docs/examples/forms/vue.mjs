// The form of a rubric in Vue: h(RubricForm, { form, sections: formSections(form, { values, issues }) }).
import { h } from 'vue';

const Field = ({ name, label, kind, choices, texts, values, messages }) => {
  const wrong = messages.map((message) => h('strong', { role: 'alert' }, message));
  const value = values.join('\n');
  if (kind === 'hidden') return h('input', { type: 'hidden', name, value });
  if (choices.length === 0) {
    const isLine = kind === 'text' || kind === 'date';
    const input = isLine ? h('input', { type: kind, name, value }) : h('textarea', { name, value });
    return h('p', [h('label', [label, ' ', input]), ...wrong]);
  }
  const type = kind === 'choice' ? 'radio' : 'checkbox';
  const ticks = choices.map(({ value, label, descriptor }) => {
    const input = h('input', { type, name, value, checked: values.includes(value) });
    return h('p', [h('label', [input, ' ', label]), ' ', h('small', descriptor)]);
  });
  return h('fieldset', [h('legend', label), ...texts.map((text) => h('p', text)), ...ticks, ...wrong]);
};
Field.props = ['name', 'label', 'kind', 'choices', 'texts', 'values', 'messages'];

export const RubricForm = ({ form: { language, direction, notice }, sections }) =>
  h('form', { method: 'post', lang: language, dir: direction }, [
    ...sections.map(({ title, fields }) =>
      h('section', [title && h('h2', title), ...fields.map((one) => h(Field, one))]),
    ),
    h('small', notice),
    h('button', 'OK'),
  ]);
RubricForm.props = ['form', 'sections'];
