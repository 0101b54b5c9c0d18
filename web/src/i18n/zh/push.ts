const push = {
  title: "定时推送",
  add: "添加推送",
  edit: "修改推送",
  empty: "让看板每天自己把数字发到群里",
  quarantined: "这个工作区刚从备份恢复，管理员放行之前不会推送。",
  to: "发给 {{audience}}",
  andMore: "{{first}} 等，另有 {{count}} 个",
  someRoles: "{{count}} 个角色",
  figures: "数字按 {{who}} 所见统计",
  somebody: "已离开的成员",
  next: "下次：{{at}}",
  noNext: "已停用，不会自动推送",
  on: "启用：{{when}}",
  sendNow: "立即发送",
  sentNow: "已送出",
  last: { sent: "已送出，{{at}}", waiting: "正在发送，{{at}}", failed: "没有送出，{{at}}" },
  again: "{{at}} 再试",
  why: {
    owner_gone: "{{who}} 已离开或被停用，请由其他设计者重新保存",
    owner_barred: "{{who}} 不再有设计这个应用的权限，请由其他设计者重新保存",
    channel_off: "群机器人已停用",
    nobody_left: "收件人都已离开，或不能查看这个看板",
    nothing_to_tell: "看板上没有 {{who}} 能看到的数字",
    missed: "到点时系统没有运行，已经太晚",
  },
  days: "哪些天",
  kind: { daily: "每天", workdays: "每个工作日", weekly: "每周的几天", monthly: "每月的一天" },
  when: {
    daily: "每天 {{time}}",
    workdays: "每个工作日 {{time}}",
    weekly: "每{{days}} {{time}}",
    monthly: "每月 {{day}} 日 {{time}}",
  },
  weekdays: "星期",
  dayOfMonth: "几号",
  lastDay: "没有这一天的月份，在最后一天推送。",
  byCalendar: "按“{{calendar}}”的工作日和节假日。",
  noCalendar: "工作区没有设工作日历，按周一到周五。",
  time: "时间",
  zone: "按工作区的时区：{{zone}}",
  channel: "群机器人",
  channelHelp: "群里会看到数字，不论成员在这里有什么权限。",
  noChannel: "还没有群机器人，请管理员先在“消息渠道”中添加。",
  users: "成员",
  peopleHelp: "在通知里收到看板的链接，打开后看到各自能看的数字；看不了这个看板的人收不到。",
  teams: "用户组",
  roles: "角色",
  none: "不选",
  nobody: "选一个群机器人，或至少一位收件人",
  yourFigures: "保存后，发到群里的数字按您所见统计。",
  deleteTitle: "删除“{{when}}”的推送？",
  deleteText: "以后不再推送，看板不受影响。",
};

export default push;

declare module "../namespaces" {
  interface Namespaces {
    push: typeof push;
  }
}
