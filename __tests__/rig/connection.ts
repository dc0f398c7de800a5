// biome-ignore-all lint/suspicious/noExplicitAny: items of any shape.

/** A page of a list, as GraphQL gives it; a list without `first` is refused, as GitHub does. */
export function connection(items: any[], first?: number, after?: string) {
  if (first === undefined || first > 100) {
    throw new Error('You must provide a `first` or `last` value to properly paginate; at most 100 records.');
  }
  const start = after ? Number(after) : 0;
  const nodes = items.slice(start, start + first);
  const end = start + nodes.length;
  return {
    __typename: 'Connection',
    totalCount: items.length,
    nodes,
    pageInfo: {
      __typename: 'PageInfo',
      hasNextPage: end < items.length,
      endCursor: nodes.length ? String(end) : null,
    },
  };
}
