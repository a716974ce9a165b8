// A small oxlint plugin: src reads no clock, no locale and no dice. What depends on them is an argument.
const noAmbient = {
  create(context) {
    const report = (node, message) => context.report({ node, message });
    return {
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) report(node, 'new Date() reads the clock');
      },
      CallExpression(node) {
        const method = node.callee.property?.name ?? '';
        if (method === 'localeCompare' || method.startsWith('toLocale')) {
          report(node, `${method} depends on the locale of the host`);
        }
        if (node.callee.name === 'Date') report(node, 'Date() reads the clock');
      },
      MemberExpression(node) {
        if (node.object.name === 'Intl') report(node, 'Intl depends on the host');
      },
    };
  },
};

export default { meta: { name: 'pure' }, rules: { 'no-ambient': noAmbient } };
