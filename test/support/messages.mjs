import { readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { NAMES } from '../../nodes/CrocoDial/api/errors';
import { credentialTypes } from './classes';
import { projectText } from './texts.mjs';

/**
 * A message that a user can see: its first line, and what the second says to do; `…` stands for what
 * differs from case to case.
 * @typedef {{message: string, advice: string}} Message
 */

const root = path.join(__dirname, '../..');

/** The kinds of failure: the first of three in a table that has message and advice behind. */
const KINDS = new Set(
  [...projectText('nodes/shared/http/failure.ts').matchAll(/^ {2}\| '(\w+)'/gm)].map(
    ([, kind]) => kind,
  ),
);

/**
 * Every message in the code of nodes and trigger, read from its syntax: those that are thrown where
 * they stand, and those in tables.
 * @returns {Message[]} each once
 * @throws Error for a message that is made in a way this does not know, so that none is left out
 */
export function messagesInCode() {
  const found = sources().flatMap(messagesOf).flatMap(namedEach);
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** The code of nodes and triggers. */
const sources = () =>
  readdirSync(path.join(root, 'nodes'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.posix.join('nodes', ...file.split(path.sep)))
    .map((file) => ts.createSourceFile(file, projectText(file), ts.ScriptTarget.Latest, true));

/**
 * @template T
 * @param {ts.Node} node
 * @param {(node: ts.Node) => T[]} read
 * @returns {T[]} what it reads of the node and of all below
 */
function walk(node, read) {
  const found = read(node);
  ts.forEachChild(node, (child) => void found.push(...walk(child, read)));
  return found;
}

/** @param {ts.SourceFile} source @returns {Message[]} */
const messagesOf = (source) => walk(source, (node) => [...(READERS[node.kind]?.(node) ?? [])]);

/**
 * `%` is one of two systems that share a node.
 * @param {Message} shared
 * @returns {Message[]} one for each system that has it
 */
function namedEach({ message, advice }) {
  return `${message}${advice}`.includes('%')
    ? Object.values(NAMES).map((name) => ({
        message: message.replace('%', name),
        advice: advice.replace('%', name),
      }))
    : [{ message, advice }];
}

/** @type {Partial<Record<ts.SyntaxKind, (node: any) => Message[]>>} */
const READERS = {
  [ts.SyntaxKind.NewExpression]: thrown,
  [ts.SyntaxKind.CallExpression]: (node) => [...badRow(node), ...remark(node)],
  [ts.SyntaxKind.ObjectLiteralExpression]: inTable,
  [ts.SyntaxKind.ArrayLiteralExpression]: inTuple,
};

/**
 * `new ContactCenterFailure(kind, message, advice)`.
 * @param {ts.NewExpression} node
 */
function thrown({ expression, arguments: given = ts.factory.createNodeArray() }) {
  if (expression.getText() !== 'ContactCenterFailure') return [];
  const [kind, message, advice] = given;
  if (kind && ts.isSpreadElement(kind)) return [];
  if (!message || !advice) throw new Error(`unknown failure: ${given.map((one) => one.getText())}`);
  return each(message, advice);
}

/**
 * What each kind of rows is called, and what its rows must have: `{ list, one, advice }`.
 * @param {ts.Node} source
 * @returns {{one: string, advice: string}[]}
 */
const rowKinds = (source) =>
  walk(source, (node) => {
    const [one, advice] = [fieldOf(node, 'one'), fieldOf(node, 'advice')];
    return one && advice && ts.isStringLiteral(one) && ts.isStringLiteral(advice)
      ? [{ one: one.text, advice: advice.text }]
      : [];
  });

/**
 * `badRow(KIND, index, problem, advice)`: the row is named before. A helper of all kinds of rows
 * takes the advice of the kind.
 * @param {ts.CallExpression} node
 */
function badRow(node) {
  const [kind, , problem, advice] = node.arguments;
  if (node.expression.getText() !== 'badRow' || !kind || !problem) return [];
  if (ts.isSpreadElement(problem)) return [];
  if (!advice) throw new Error(`a row without advice: ${problem.getText()}`);
  return kind.getText() === 'KIND'
    ? rowProblem(node, problem, advice)
    : sources()
        .flatMap(rowKinds)
        .flatMap((one) =>
          textsOf(problem).map((text) => ({ message: `${one.one} … ${text}`, advice: one.advice })),
        );
}

/**
 * A hint at an execution, or a warning in n8n's log: one line.
 * @param {ts.CallExpression} node
 * @returns {Message[]}
 */
function remark({ expression, arguments: [text] }) {
  if (!text || !/(^|\.)(hint|logger\.\w+)$/.test(expression.getText())) return [];
  return textsOf(text).map((message) => ({ message, advice: '' }));
}

/**
 * @param {ts.Node} node
 * @param {ts.Expression} problem
 * @param {ts.Expression} advice
 */
function rowProblem(node, problem, advice) {
  const [kind] = rowKinds(node.getSourceFile());
  return each(problem, advice).map((one) => ({ ...one, message: `${kind?.one} … ${one.message}` }));
}

/** @param {ts.Node} node @param {string} name @returns {ts.Expression | undefined} */
function fieldOf(node, name) {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  return node.properties
    .filter((one) => ts.isPropertyAssignment(one))
    .find((one) => one.name.getText() === name)?.initializer;
}

/**
 * `{ message, advice }`, or an advice for each of two systems.
 * @param {ts.Node} node
 * @returns {Message[]}
 */
function inTable(node) {
  const [message, advice] = [fieldOf(node, 'message'), fieldOf(node, 'advice')];
  if (!message || !advice || !ts.isStringLiteralLike(message)) return [];
  if (!ts.isObjectLiteralExpression(advice)) return each(message, advice);
  return Object.entries(NAMES).flatMap(([system, name]) => {
    const own = fieldOf(advice, system);
    if (!own) throw new Error(`no advice for ${system}: ${message.text}`);
    return each(message, own).map((one) => ({ ...one, message: one.message.replace('%', name) }));
  });
}

/**
 * `[kind, message, advice]`, `[pattern, message before the host, advice]`, or the `[problem, advice]`
 * of a row.
 * @param {ts.ArrayLiteralExpression} node
 */
function inTuple({ elements, parent }) {
  const [first, second, third] = elements;
  if (!first || !second) return [];
  if (third && ts.isRegularExpressionLiteral(first) && ts.isStringLiteralLike(second))
    return each(second, third).map((one) => ({ ...one, message: `${one.message} …` }));
  if (third && ts.isStringLiteralLike(first) && KINDS.has(first.text))
    return ts.isStringLiteralLike(second) && KINDS.has(second.text) ? [] : each(second, third);
  if (elements.length === 2 && ts.isReturnStatement(parent) && returns(parent, 'Problem'))
    return rowProblem(parent, first, second);
  return [];
}

/** @param {ts.Node} node @param {string} type whether the function around it has that return type */
function returns(node, type) {
  const around = ts.findAncestor(node, ts.isFunctionDeclaration);
  return around?.type?.getText() === type;
}

/**
 * @param {ts.Expression} message
 * @param {ts.Expression} advice
 * @returns {Message[]}
 */
const each = (message, advice) =>
  textsOf(message).flatMap((first) =>
    textsOf(advice).map((second) => ({ message: first, advice: second })),
  );

/**
 * What an expression can become; nothing where that stands in a table.
 * @param {ts.Expression} node
 * @returns {string[]}
 */
function textsOf(node) {
  if (ts.isStringLiteralLike(node)) return [node.text.replace(/\{\w+\}/g, '…')];
  if (ts.isTemplateExpression(node)) {
    const parts = node.templateSpans.map((span) => hole(span.expression) + span.literal.text);
    const text = node.head.text + parts.join('');
    // Made of a table's text and what differs: the table has it.
    return /[a-z]{2}/.test(text) ? [text] : [];
  }
  if (ts.isConditionalExpression(node))
    return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken
  )
    return textsOf(node.right);
  if (ts.isCallExpression(node) && node.expression.getText() === 'both')
    return node.arguments.flatMap((one) => textsOf(one));
  // What a table holds is read there.
  if (/^(known|message|advice|failure\.advice)\b/.test(node.getText())) return [];
  throw new Error(`a message made in a way that is not known here: ${node.getText()}`);
}

/**
 * What differs from case to case; `%` for the name of one of two systems that share a node.
 * @param {ts.Expression} expression
 */
function hole(expression) {
  const { text } = expression.getSourceFile();
  const name = expression.getText();
  const isName = name === 'NAMES[dialect]' || text.includes(`const ${name} = NAMES[dialect];`);
  return isName ? '%' : '…';
}

/**
 * What the credentials' tests say when they fail.
 * @returns {Message[]} the first sentence as message, the rest as advice
 */
export function messagesOfCredentials() {
  const said = credentialTypes().flatMap(({ test }) =>
    (test?.rules ?? []).map(({ properties: { message = '' } }) => message),
  );
  return [...new Set(said)].map((text) => {
    const [, message = '', advice = ''] = /^(.*?\.)(?: ([A-Z].*))?$/s.exec(text) ?? [];
    return { message, advice };
  });
}
