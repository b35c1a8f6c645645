declare module 'virtual:endpoints' {
  /** Kind, method and path of every endpoint of `contract.ts`: a browser needs no validators to call one. */
  export const endpoints: Readonly<
    Record<string, Pick<import('@tirek/domain/contract').Endpoint, 'kind' | 'method' | 'path'>>
  >;
}
