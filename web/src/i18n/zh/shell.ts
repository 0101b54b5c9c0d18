const shell = {
  navigation: "主导航",
  skip: "跳到内容",
  inbox: "待办",
  start: "发起",
  apps: "应用",
  directory: "通讯录",
  admin: "管理",
  me: "我的",
  search: "搜索与跳转",
  notices: "通知",
  accountOf: "账号：{{name}}",
  theme: { label: "外观", system: "跟随系统", light: "浅色", dark: "深色" },
  language: { label: "语言", zh: "简体中文", en: "English" },
  shortcuts: "快捷键",
  password: "修改密码",
  signOutEverywhere: "退出所有设备",
  signOut: "退出登录",
  quarantine: {
    on: "这个工作区由备份恢复而来。提醒、消息和定时任务都在等待管理员放行。",
    lift: "放行",
    ask: "放行恢复后的工作区？",
    askText: "期间到期的提醒、升级和消息会立即执行。请确认原来的系统已经停用。",
    lifted: "提醒、消息和定时任务已恢复运行",
  },
  palette: {
    placeholder: "搜索工单、应用、表单，或输入要去的页面",
    results: "搜索结果",
    fill: "填写 {{form}}",
    design: "设计表单 {{form}}",
    flow: "设计流程 {{form}}",
    kind: {
      page: "页面",
      app: "应用",
      form: "记录",
      fill: "发起",
      board: "看板",
      design: "设计",
      order: "工单",
      person: "成员",
      setting: "设置",
    },
    none: "没有找到“{{text}}”",
    hint: "↑↓ 选择，Enter 打开，Esc 关闭",
  },
  coach: {
    title: "从这里开始",
    skip: "跳过",
    next: "下一个",
    end: "知道了",
    inbox: { title: "待办", text: "需要您处理的都在这里，超时的会标红。处理完一条，自动打开下一条。" },
    start: { title: "发起", text: "报修、申请、反馈都从这里填写。没写完会自动保存，断网也不会丢。" },
    search: { title: "搜索与跳转", text: "按 Ctrl+K 查找工单、成员、应用和设置，输入拼音首字母也可以。" },
    keys: { title: "快捷键", text: "按 ? 查看这个页面的全部快捷键。" },
  },
  jobs: { title: "进行中的任务", left: "约剩 {{span}}", soon: "不到 1 分钟", close: "关闭“{{title}}”" },
  notice: { all: "全部通知" },
  keys: { title: "键盘快捷键", everywhere: "全局" },
  missing: { title: "没有这个页面", text: "地址可能不完整，或内容已被移走。", action: "回到待办" },
  again: {
    title: "请重新登录",
    text: "登录已过期。您填写的内容都还在，登录后会接着进行。",
    password: "{{name}} 的密码",
    submit: "登录并继续",
    leave: "换一个账号",
  },
  offline: "连接已断开，正在重试。已填写的内容不会丢失。",
  update: "系统已更新到新版本",
  reload: "刷新",
  part: {
    reloads: "正在重新载入…",
    lost: "页面有一部分没有载入",
    text: "刷新后即可继续。设计器和填写中的修改都留在本机，刷新后会恢复。",
  },
};

export default shell;

declare module "../namespaces" {
  interface Namespaces {
    shell: typeof shell;
  }
}
