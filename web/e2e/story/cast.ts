import type { Person } from "../support/people";

/** Everybody the story is about, and what the company's things are called. */

export const LEAD: Person = { login: "wanglei", name: "王磊", password: "a lead of the after-sales" };
export const ENGINEER: Person = { login: "zhougong", name: "周工", password: "an engineer with a van" };
export const QUALITY: Person = { login: "chenzhi", name: "陈质", password: "quality comes with time" };
export const PRODUCTION: Person = { login: "zhaochan", name: "赵产", password: "the line must not stop" };
export const STAFF: Person = { login: "sunyuan", name: "孙员", password: "seen on the shop floor" };

/** The header and the lines of what an office sends. */
export const PEOPLE_CSV = [
  "姓名,账号,部门,上级,岗位,用户组,部门负责人",
  "周工,zhougong,售后部,wanglei,售后工程师,售后组,",
  "陈质,chenzhi,质量部,,质量经理,,质量部",
  "赵产,zhaochan,生产部,,生产经理,,生产部",
  "孙员,sunyuan,生产部/一车间,zhaochan,操作工,,",
].join("\n");

/** Those that come from the file. */
export const IMPORTED: readonly Person[] = [ENGINEER, QUALITY, PRODUCTION, STAFF];

export const DEPARTMENT = "售后部";
export const TEAM = "售后组";
export const APP = "售后服务";
export const FORM = "售后单";
export const BOARD = "售后看板";
export const ROBOT = "售后群";
export const CALENDAR = "标准工时";
