import type { ResultSheet } from '../../src/model';
import { branches, committees, GROUP, people } from './group';
import { Page } from './page';

export function unitRoster(): ResultSheet {
  const page = new Page('单位名册', [
    { title: '单位编号', width: 10 },
    { title: '单位名称', width: 30, look: 'text' },
    { title: '简称/别名', width: 12 },
    { title: '上级', width: 24, look: 'text' },
    { title: '类型', width: 12 },
    { title: '组别', width: 12 },
    { title: '书记', width: 10 },
    { title: '党员人数', width: 10 },
    { title: '成立时间', width: 12 },
    { title: '参评', width: 7 },
    { title: '联系领导', width: 10 },
  ]);
  page.title(`${GROUP}党组织名册`).header(24);
  page.rows(
    [...committees, ...branches].map((unit) => [
      unit.id,
      unit.name,
      unit.alias || null,
      unit.parent,
      unit.kind,
      unit.group,
      unit.secretary,
      unit.members,
      unit.founded,
      unit.takesPart ? '是' : '否',
      unit.leader,
    ]),
    20,
  );
  return page.build('landscape');
}

export function memberRoster(): ResultSheet {
  const page = new Page('党员名册', [
    { title: '党员编号', width: 12 },
    { title: '姓名', width: 12 },
    { title: '所在支部', width: 34, look: 'text' },
    { title: '类别', width: 12 },
    { title: '参评', width: 8 },
  ]);
  page.title('参加“五带头”考核的党员名册').header(24);
  page.rows(
    people.map(({ id, name, branch, kind, takesPart }) => [id, name, branch, kind, takesPart ? '是' : '否']),
    20,
  );
  return page.build();
}
