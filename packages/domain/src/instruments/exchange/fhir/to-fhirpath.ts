import type { CompiledForm, CompiledItem } from '../../compiled-form.ts';
import { type Node, parseExpression } from '../../parse-expression.ts';

/** Where an expression stands: `%row` is the row of the roster in whose items it stands. */
type Scope = { form: CompiledForm; roster: number | null; isInWhere?: boolean };

const UNIT_NAMES = { y: 'years', m: 'months', d: 'days' } as const;

/**
 * An expression of a package as FHIRPath over the QuestionnaireResponse. Paths are spelled out from the root, since
 * `descendants()` drops equal rows. The package was compiled, so every name is known and every type fits.
 */
export function toFhirPath(source: string, scope: Scope): string {
  return written(parseExpression(source), scope);
}

/** The response items of one question, or of several in the same place. */
export function itemPath(linkIds: readonly string[], scope: Scope): string {
  const item = scope.form.byLinkId.get(linkIds[0]!)!;
  const named = linkIds.map(quoted).join(' | ');
  const test = linkIds.length === 1 ? `linkId = ${named}` : `linkId in (${named})`;
  return `${parentPath(item, scope)}item.where(${test})`;
}

/** Its answers as values: the code of a choice, else the value itself. */
export function valuePath(linkIds: readonly string[], scope: Scope): string {
  const [item] = linkIds.map((linkId) => scope.form.byLinkId.get(linkId)!);
  const isCoded = item!.type === 'choice' || item!.type === 'multi-choice';
  return `${itemPath(linkIds, scope)}.answer.value${isCoded ? '.code' : ''}`;
}

/** The path to what an item stands in, with its point; empty where the row is the context. */
function parentPath(item: CompiledItem, { form, isInWhere }: Scope): string {
  if (item.roster !== null) return isInWhere ? '' : '%row.';
  if (item.group === null) return '%resource.';
  return `%resource.item.where(linkId = ${quoted(form.items[item.group]!.linkId)}).`;
}

function written(node: Node, scope: Scope): string {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'string' ? quoted(node.value) : String(node.value);
    case 'date':
      return `@${node.value}`;
    case 'quantity':
      return `${node.amount} ${UNIT_NAMES[node.unit]}`;
    case 'name': {
      const { type } = scope.form.byLinkId.get(node.name)!;
      return type === 'roster' ? itemPath([node.name], scope) : valuePath([node.name], scope);
    }
    case 'member':
      return `${written(node.of, scope)}.${valuePath([node.name], { ...scope, isInWhere: true })}`;
    case 'minus':
      return `-(${written(node.of, scope)})`;
    case 'binary':
      return `(${written(node.left, scope)} ${node.operator} ${written(node.right, scope)})`;
    case 'call':
      return called(node, scope);
  }
}

function called({ of, name, args }: Node & { kind: 'call' }, scope: Scope): string {
  if (of === null && name === 'atLeast') {
    const [wanted, ...tests] = args;
    const counted = tests.map((test) => `iif(${written(test, scope)}, 1, 0)`);
    return `((${counted.join(' + ')}) >= ${written(wanted!, scope)})`;
  }
  if (of === null) return `${name}(${args.map((arg) => written(arg, scope)).join(', ')})`;
  const inRow = { ...scope, isInWhere: true };
  return `${written(of, scope)}.${name}(${args.map((arg) => written(arg, inRow)).join(', ')})`;
}

export const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
