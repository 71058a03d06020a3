import type { RuleDefinition } from './method';
import { EACH } from './shared';

/** 加分, 扣减 and 否决: applied after the sources are combined (specification, sections 5 and 6). */
export const ADJUSTMENT_DEFINITIONS: readonly (RuleDefinition & { readonly code: 'bonus' | 'penalty' | 'veto' })[] = [
  {
    code: 'bonus',
    name: '加分',
    synonyms: ['加分项', '奖励', '奖励分', '附加分', '奖励加分'],
    titleKey: 'rules.bonus.title',
    parameters: [EACH],
    list: 'kinds',
    example: '国家级:3; 省部级:2; 集团级:1',
    isQualitative: false,
  },
  {
    code: 'penalty',
    name: '扣减',
    synonyms: ['扣减项', '减分', '减分项', '扣分项', '扣减分', '总分扣减', '倒扣分'],
    titleKey: 'rules.penalty.title',
    parameters: [EACH],
    list: 'kinds',
    example: '每次=3',
    isQualitative: false,
  },
  {
    code: 'veto',
    name: '否决',
    synonyms: ['一票否决', '否决项', '一票否决项', '否决制'],
    titleKey: 'rules.veto.title',
    parameters: [
      { key: '定为', synonyms: ['直接定为', '评为'], type: 'grade', default: null, isOptional: true },
      { key: '封顶', synonyms: ['最高', '最高定为', '不高于'], type: 'grade', default: null, isOptional: true },
      {
        key: '降档',
        synonyms: ['降级', '降等', '降'],
        type: 'whole',
        default: null,
        isOptional: true,
        range: { from: 1, to: 10 },
      },
      { key: '扣分', synonyms: ['扣减'], type: 'amount', default: null, isOptional: true, range: { from: 0 } },
      { key: '限下一档', synonyms: ['限档', '限下档'], type: 'yesNo', default: null, isOptional: true },
    ],
    list: 'none',
    example: '定为=不合格',
    isQualitative: false,
  },
];
