import {
  type ASTNode,
  type ASTVisitor,
  type FieldNode,
  FieldsOnCorrectTypeRule,
  GraphQLError,
  KnownArgumentNamesRule,
  specifiedRules,
  type ValidationContext,
} from 'graphql';

/**
 * The rules of the specification; unknown fields and arguments are told in the words and codes of GitHub's server,
 * which is graphql-ruby. Other breaches keep graphql-js's words.
 */
export const RULES = [
  ...specifiedRules.filter((rule) => rule !== FieldsOnCorrectTypeRule && rule !== KnownArgumentNamesRule),
  definedFields,
  acceptedArguments,
];

function definedFields(context: ValidationContext): ASTVisitor {
  return {
    Field(node, _key, _parent, _path, ancestors) {
      const type = context.getParentType();
      if (type == null || context.getFieldDef() != null) return;
      const fieldName = node.name.value;
      const extensions = { code: 'undefinedField', typeName: type.name, fieldName };
      report(context, `Field '${fieldName}' doesn't exist on type '${type.name}'`, node, {
        path: pathOf(ancestors, responseName(node)),
        ...extensions,
      });
    },
  };
}

function acceptedArguments(context: ValidationContext): ASTVisitor {
  return {
    Argument(node, _key, _parent, _path, ancestors) {
      const field = ancestors.at(-1) as ASTNode | readonly ASTNode[] | undefined;
      const owner = field !== undefined && 'kind' in field && field.kind === 'Field' ? field : undefined;
      if (owner === undefined || context.getFieldDef() == null || context.getArgument() != null) return;
      const argumentName = node.name.value;
      report(context, `Field '${owner.name.value}' doesn't accept argument '${argumentName}'`, node, {
        path: pathOf(ancestors, argumentName),
        code: 'argumentNotAccepted',
        name: owner.name.value,
        typeName: 'Field',
        argumentName,
      });
    },
  };
}

function report(
  context: ValidationContext,
  message: string,
  node: ASTNode,
  extensions: Record<string, unknown>,
): void {
  context.reportError(new GraphQLError(message, { nodes: node, extensions }));
}

/** Where it stands: "query Name", then answered names and "... on Type". */
function pathOf(ancestors: readonly (ASTNode | readonly ASTNode[])[], last: string): string[] {
  const steps = ancestors.flatMap((ancestor) => ('kind' in ancestor ? stepOf(ancestor) : []));
  return [...steps, last];
}

function stepOf(node: ASTNode): string[] {
  if (node.kind === 'OperationDefinition')
    return [node.name === undefined ? node.operation : `${node.operation} ${node.name.value}`];
  if (node.kind === 'FragmentDefinition') return [`fragment ${node.name.value}`];
  if (node.kind === 'InlineFragment')
    return [node.typeCondition === undefined ? '...' : `... on ${node.typeCondition.name.value}`];
  return node.kind === 'Field' ? [responseName(node)] : [];
}

function responseName(node: FieldNode): string {
  return node.alias?.value ?? node.name.value;
}
