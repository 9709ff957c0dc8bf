import { describe, expect, it } from 'vitest';
import { evaluateDefault } from './action-yml.ts';
import { readCommands, readOutputs } from './runner-files.ts';

describe('workflow commands', () => {
  it('reads properties and escapes', () => {
    const [error] = readCommands(
      'text\n  ::error title=A%3A b%2C c,file=x.md::one%0Atwo 100%25 ::not::a command\n',
    );
    expect(error).toEqual({
      command: 'error',
      properties: { title: 'A: b, c', file: 'x.md' },
      message: 'one\ntwo 100% ::not::a command',
    });
  });

  it('sees a command after any line end, and in the old form anywhere', () => {
    const found = readCommands('x\r::warning::a\r\n::notice::b\nin the middle ##[error]c');
    expect(found.map(({ command, message }) => `${command} ${message}`)).toEqual([
      'warning a',
      'notice b',
      'error c',
    ]);
  });

  it('obeys nothing while commands are stopped', () => {
    const found = readCommands('::stop-commands::KEY\n::error::forged\n::KEY::\n::warning::real');
    expect(found.map(({ command }) => command)).toEqual(['stop-commands', 'warning']);
  });
});

describe('outputs', () => {
  it('takes both forms, the last of a name winning', () => {
    expect(readOutputs('result=none\nproblems<<END\n[1,\n=<<2]\nEND\nresult=updated\n')).toEqual({
      result: 'updated',
      problems: '[1,\n=<<2]',
    });
  });

  it('fails as the runner does', () => {
    expect(() => readOutputs('no sign')).toThrow("Invalid format 'no sign'");
    expect(() => readOutputs('a<<END\nb')).toThrow("Matching delimiter not found 'END'");
  });
});

describe('defaults of inputs', () => {
  it('fills in the github context and refuses what it does not know', () => {
    expect(evaluateDefault(`a $${'{{ github.token }}'}`, { token: 't' })).toBe('a t');
    expect(() => evaluateDefault(`$${'{{ runner.os }}'}`, { os: 'x' })).toThrow('runner.os');
  });
});
