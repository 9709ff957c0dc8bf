declare module '@zentered/issue-forms-body-parser' {
  export { parse as default };

  function parse(body: string): Promise<Record<string, unknown>>;
}
