/** Something that was made old: all that had happened to it until then is said to have happened at `instant`. */
export interface Past {
  /** As GitHub writes it, in whole seconds. */
  readonly instant: string;
  /** Likewise: when it was made old. */
  readonly until: string;
}

interface Times {
  readonly created_at: string;
  readonly updated_at: string;
  readonly closed_at?: string | null;
}

/** What has happened until now is to have happened at an instant (UTC milliseconds). */
export function pastAt(instant: number): Past {
  return { instant: written(instant), until: written(Date.now()) };
}

/** An issue or comment with the times that it is to have; as it is when it was not made old. */
export function atItsTime<Entry extends Times>(entry: Entry, past: Past | undefined): Entry {
  if (past === undefined) return entry;
  const moved = (time: string) => (time <= past.until ? past.instant : time);
  const { created_at, updated_at, closed_at } = entry;
  return {
    ...entry,
    created_at: moved(created_at),
    updated_at: moved(updated_at),
    ...(typeof closed_at === 'string' ? { closed_at: moved(closed_at) } : {}),
  };
}

function written(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
