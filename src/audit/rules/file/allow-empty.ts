/** What to do about a log in which there is rightly nothing to check. */
export const allowEmptyHint =
  'If that is right, `--allow-empty` (input `allow-empty`) makes a notice of this.';
