import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The declarations of the schemas' files, by name: what their comments say cannot be asked of the running code. */
export type Declarations = ReadonlyMap<string, ts.VariableDeclaration>;

/** Reads every top-level constant of a folder's TypeScript files. */
export function readDeclarations(folder: string): Declarations {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  return new Map(files.sort().flatMap((name) => declarationsOf(path.join(folder, name))));
}

function declarationsOf(file: string): [string, ts.VariableDeclaration][] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .map((declaration) => [declaration.name.getText(), declaration]);
}

/** The doc comment of a declaration or of a property as one line; empty where there is none. */
export function docOf(node: ts.Node | undefined): string {
  if (node === undefined) return '';
  const commented = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  const [comment] = ts.getJSDocCommentsAndTags(commented).filter(ts.isJSDoc);
  return (ts.getTextOfJSDocComment(comment?.comment) ?? '').replace(/\s+/g, ' ').trim();
}

/** The fields that a schema's expression spells out, one map for each object in it, the outermost ones in their order. */
export function spelledObjects(
  node: ts.Node | undefined,
  known: Declarations,
): ReadonlyMap<string, ts.PropertyAssignment>[] {
  if (node === undefined) return [];
  if (isObjectCall(node)) return [fieldsOf(node.arguments[0], known)];
  const found: ReadonlyMap<string, ts.PropertyAssignment>[] = [];
  ts.forEachChild(node, (child) => {
    found.push(...spelledObjects(child, known));
  });
  return found;
}

function isObjectCall(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    /^(?:strictObject|object|looseObject)$/.test(node.expression.name.text) &&
    node.arguments[0] !== undefined &&
    ts.isObjectLiteralExpression(node.arguments[0])
  );
}

function fieldsOf(literal: ts.Node | undefined, known: Declarations): Map<string, ts.PropertyAssignment> {
  if (literal === undefined || !ts.isObjectLiteralExpression(literal)) return new Map();
  return new Map(
    literal.properties.flatMap((property): [string, ts.PropertyAssignment][] => {
      if (ts.isPropertyAssignment(property)) return [[nameOf(property), property]];
      if (!ts.isSpreadAssignment(property)) return [];
      return [...fieldsOf(known.get(property.expression.getText())?.initializer, known)];
    }),
  );
}

function nameOf(property: ts.PropertyAssignment): string {
  return ts.isStringLiteral(property.name) ? property.name.text : property.name.getText();
}
