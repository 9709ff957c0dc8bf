/**
 * Node's option that shifts the clock of a program, so that it starts at an instant (UTC milliseconds) and goes on from there. Timers keep
 * their pace.
 */
export function clockPreload(start: number): string[] {
  const script = `
    const real = Date;
    const shift = ${start} - real.now();
    globalThis.Date = class extends real {
      constructor(...parts) {
        if (parts.length === 0) super(real.now() + shift);
        else super(...parts);
      }
      static now() {
        return real.now() + shift;
      }
    };`;
  return ['--import', `data:text/javascript,${encodeURIComponent(script)}`];
}
