/** The comparison that holds exactly where another does not, in our language and in XPath alike. */
export const NEGATED: Readonly<Record<string, string>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};
