/** What a reply says of the commands of a comment: that one of them was not carried out, or what there is to type. */
export type ReplyKind = 'refused' | 'help';

const replyMarker = /^<!-- incident-log: reply to=([1-9]\d{0,15}) (refused|help) -->$/;

/** The comment that a reply of ours answers, and how; null for a marker that is none of a reply. */
export function readReplyMarker(marker: string | null): readonly [number, ReplyKind] | null {
  const [, to, kind] = replyMarker.exec(marker ?? '') ?? [];
  return to !== undefined && (kind === 'refused' || kind === 'help') ? [Number(to), kind] : null;
}

export function writeReplyMarker(to: number, kind: ReplyKind): string {
  return `<!-- incident-log: reply to=${to} ${kind} -->`;
}
