import { Lots } from './lots';

/** The group of companies of the sample; it and everyone in it are invented. */
export const GROUP = '青岚铜业集团';
export const YEAR = 2004;

/** How well a unit does, which its numbers follow: 0 is best, 3 worst. */
export type Level = 0 | 1 | 2 | 3;

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly alias: string;
  readonly kind: '党委' | '直属党总支' | '党总支' | '党支部';
  /** Name of the organization above. */
  readonly parent: string;
  readonly group: string;
  readonly secretary: string;
  readonly members: number;
  readonly founded: string;
  readonly takesPart: boolean;
  /** Leader of the group whose contact point it is. */
  readonly leader: string | null;
  readonly level: Level;
}

const GROUPS = ['生产单位', '辅助单位', '机关后勤'] as const;

/** Name, alias, group, level; names in 党总支 are directly under the group. */
const COMMITTEES: readonly (readonly [name: string, alias: string, group: 0 | 1 | 2, level: Level, leader?: string])[] =
  [
    ['望云山铜矿党委', '望云矿', 0, 0, '沈怀远'],
    ['石门坎铜矿党委', '石门矿', 0, 0],
    ['白鹭湾铜矿党委', '白鹭矿', 0, 0, '罗启明'],
    ['大柏树铜矿党委', '柏树矿', 0, 0],
    ['月亮田铜矿党委', '月亮矿', 0, 1, '唐静波'],
    ['沙坪选矿厂党委', '沙坪选厂', 0, 1],
    ['长滩冶炼厂党委', '长滩冶炼', 0, 2, '白志坚'],
    ['铜材加工公司党委', '铜材公司', 0, 3],
    ['矿建工程公司党委', '矿建公司', 1, 0, '邓雅琴'],
    ['机电设备公司党委', '机电公司', 1, 1],
    ['供销物流公司党委', '物流公司', 1, 2],
    ['水电动力公司党委', '水电公司', 1, 2, '范国栋'],
    ['铁路运输部党委', '铁运部', 1, 1],
    ['地质勘探队党总支', '地勘队', 1, 1],
    ['化验计量中心党总支', '化验中心', 1, 2],
    ['技术研究院党委', '研究院', 2, 0, '秦书婷'],
    ['集团机关党委', '机关', 2, 1],
    ['教育培训中心党总支', '培训中心', 2, 3, '汤建业'],
    ['生活服务公司党委', '生活公司', 2, 2],
    ['离退休工作处党委', '离退休处', 2, 1],
  ];

/** Name, number of the committee above. */
const BRANCHES: readonly (readonly [name: string, parent: number, level: Level])[] = [
  ['望云山铜矿采矿一区党支部', 0, 0],
  ['望云山铜矿采矿二区党支部', 0, 1],
  ['望云山铜矿提升运输区党总支', 0, 0],
  ['石门坎铜矿采掘工区党支部', 1, 1],
  ['石门坎铜矿机关党支部', 1, 1],
  ['白鹭湾铜矿坑口车间党支部', 2, 2],
  ['沙坪选矿厂浮选车间党支部', 5, 0],
  ['长滩冶炼厂熔炼车间党支部', 6, 3],
  ['矿建工程公司第一项目部党支部', 8, 0],
  ['矿建工程公司第二项目部党支部', 8, 1],
  ['机电设备公司修造车间党支部', 9, 1],
  ['供销物流公司仓储党支部', 10, 2],
  ['铁路运输部机务段党支部', 12, 1],
  ['技术研究院选冶所党支部', 15, 0],
  ['集团机关财务党支部', 16, 1],
  ['生活服务公司餐饮党支部', 18, 2],
];

const SURNAMES =
  '安柏曹戴樊葛龚顾郝贺洪侯胡纪简江康柯赖雷黎廖林卢骆梅穆倪潘彭祁钱邱任邵石宋苏谭田万汪韦温乌夏薛阎叶余俞章甄钟祝庄';
const GIVEN = '晨春岱帆芳歌海嘉剑菁凯岚磊琳明楠宁鹏琪睿珊韬薇文曦翔欣雅妍阳怡颖宇远悦云哲贞志舟子';

/** A name that nobody of the sample has yet. */
function personName(lots: Lots, taken: Set<string>): string {
  for (;;) {
    const given =
      lots.next() < 0.25 ? [...GIVEN][lots.whole(0, GIVEN.length - 1)]! : lots.pick([...GIVEN]) + lots.pick([...GIVEN]);
    const name = lots.pick([...SURNAMES]) + given;
    if (given.length === 2 && given[0] === given[1]) continue;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly branch: string;
  readonly kind: string;
  readonly takesPart: boolean;
  readonly level: Level;
}

/** Branches whose members are assessed too. */
const MEMBER_BRANCHES = [0, 6, 8];
const MEMBERS_OF_BRANCH = 12;

const lots = new Lots(20050120);
const taken = new Set(COMMITTEES.flatMap(([, , , , leader]) => (leader ? [leader] : [])));

function founded(): string {
  const [year, month] = [lots.whole(1965, 1999), lots.whole(1, 12)];
  return lots.pick([`${year}.${month}.1`, `${year}年${month}月`, `${year}/${month}/1`]);
}

/** 党委 and 直属党总支, in the order of the roster. */
export const committees: readonly Unit[] = COMMITTEES.map(([name, alias, group, level, leader], i) => ({
  id: `Q${String(i + 1).padStart(2, '0')}`,
  name,
  alias,
  kind: name.endsWith('党总支') ? '直属党总支' : '党委',
  parent: `${GROUP}党委`,
  group: GROUPS[group],
  secretary: personName(lots, taken),
  members: lots.whole(60, 640),
  founded: founded(),
  takesPart: name !== '离退休工作处党委',
  leader: leader ?? null,
  level,
}));

/** 党总支 and 党支部 under them. */
export const branches: readonly Unit[] = BRANCHES.map(([name, parent, level], i) => {
  const above = committees[parent]!;
  const number = BRANCHES.slice(0, i).filter(([, other]) => other === parent).length + 1;
  return {
    id: `${above.id}-${String(number).padStart(2, '0')}`,
    name,
    alias: '',
    kind: name.endsWith('党总支') ? '党总支' : '党支部',
    parent: above.name,
    group: above.group,
    secretary: personName(lots, taken),
    members: lots.whole(12, 48),
    founded: founded(),
    takesPart: true,
    leader: null,
    level,
  };
});

export const people: readonly Person[] = MEMBER_BRANCHES.flatMap((branch, b) =>
  Array.from({ length: MEMBERS_OF_BRANCH }, (_, i): Person => {
    const at = b * MEMBERS_OF_BRANCH + i;
    return {
      id: `QD${String(at + 1).padStart(3, '0')}`,
      name: personName(lots, taken),
      branch: branches[branch]!.name,
      kind: i === 11 ? '年老体弱' : i % 4 === 0 ? '骨干' : '普通党员',
      takesPart: i !== 11,
      level: lots.pick<Level>([0, 0, 0, 1, 1, 2]),
    };
  }),
);

export const GROUP_NAMES: readonly string[] = GROUPS;
