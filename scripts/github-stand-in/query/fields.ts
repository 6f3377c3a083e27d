import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

/** A document's operation, and its fragments by name. */
export interface Operation {
  definition: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** The operation of a name, or the only one; undefined where none fits. */
export function operationOf(document: DocumentNode, name: string | undefined): Operation | undefined {
  const definition = document.definitions.find(
    (each): each is OperationDefinitionNode =>
      each.kind === 'OperationDefinition' && (name === undefined || each.name?.value === name),
  );
  if (definition === undefined) return undefined;
  const fragments = document.definitions.filter((each) => each.kind === 'FragmentDefinition');
  return { definition, fragments: new Map(fragments.map((each) => [each.name.value, each])) };
}

/** Fields of a selection, those of its fragments among them. */
export function* fieldsOf(
  selections: SelectionSetNode | undefined,
  fragments: Operation['fragments'],
): Generator<FieldNode> {
  for (const selection of selections?.selections ?? []) {
    if (selection.kind === 'Field') yield selection;
    else if (selection.kind === 'InlineFragment') yield* fieldsOf(selection.selectionSet, fragments);
    else yield* fieldsOf(fragments.get(selection.name.value)?.selectionSet, fragments);
  }
}

/** How many aliases stand directly below `repository { … }`. */
export function aliasesOf({ definition, fragments }: Operation): number {
  return [...fieldsOf(definition.selectionSet, fragments)]
    .filter((field) => field.name.value === 'repository')
    .flatMap((field) => [...fieldsOf(field.selectionSet, fragments)])
    .filter((field) => field.alias !== undefined).length;
}
