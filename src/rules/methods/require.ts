import { known, Q, readYesNo } from '../../values';
import type { MethodDefinition, MethodOf } from './method';
import { say } from './shared';

/** 有无: all or nothing. */
export const require: MethodDefinition<MethodOf<'require'>> = {
  code: 'require',
  name: '有无',
  synonyms: ['是否', '是/否', '有/无', '是非', '有或无', '一次性扣分', '是否得分'],
  titleKey: 'rules.require.title',
  parameters: [],
  list: 'none',
  example: '',
  isQualitative: true,
  build: () => ({ method: { code: 'require' }, isRate: false }),
  expects: () => 'yesNo',
  options: () => [],
  read: (cell) => {
    const reading = readYesNo(cell);
    return reading.state === 'value' ? known(reading.value ? Q.ONE : Q.ZERO) : reading;
  },
  blank: Q.ZERO,
  isCount: () => false,
  points: (value, _method, max) => (value.n > 0n ? max : Q.ZERO),
  sentence: (_method, max, _isRate, locale) => say(locale, 'require.sentence', { max }),
  steps: (value, _method, max, _isRate, _context, locale) => ({
    text: say(locale, value.n > 0n ? 'require.yes' : 'require.no', { max }),
    limit: null,
  }),
};
