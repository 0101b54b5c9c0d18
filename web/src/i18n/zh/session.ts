const session = {
  lead: "让每一张工单都有下文。",
  otherLanguage: "English",
  signIn: {
    title: "登录 {{organisation}}",
    login: "账号",
    password: "密码",
    submit: "登录",
  },
  password: {
    title: "修改密码",
    forced: "请设置自己的密码",
    forcedText: "初始密码只能用来登录一次。设置之后，就只有您自己知道它。",
    first: "初始密码",
    current: "当前密码",
    next: "新密码",
    again: "再输入一次新密码",
    help: "至少 {{min}} 个字符。推荐用几个词组成容易记住的长句。",
    differs: "两次输入的不一致",
    submit: "保存新密码",
    changed: "密码已修改，其他设备上的登录已结束",
  },
  setup: {
    title: "初始化 Tessera",
    progress: "第 {{at}} 步，共 {{of}} 步",
    lead: "几分钟后即可使用。所有数据只保存在这台服务器上。",
    code: "初始化码",
    codeHelp: "服务器启动时打印在控制台。它证明您可以管理这台服务器。",
    organisationTitle: "您的企业",
    organisation: "企业名称",
    organisationHint: "例如：华信精密制造",
    zone: "时区",
    zoneHelp: "工作时间、日期和编号都按这个时区计算。",
    administratorTitle: "第一位管理员",
    name: "姓名",
    login: "账号",
    password: "密码",
    passwordHelp: "至少 {{min}} 个字符。推荐用几个词组成容易记住的长句。",
    startTitle: "从哪里开始",
    starts: {
      repair: { title: "设备报修", text: "现成的应用：报修表单、派单与验收流程、看板。可以随意修改。" },
      empty: { title: "空白", text: "自己从第一个表单开始搭建。" },
    },
    sample: "放入示例工单，先看看效果（之后可以删除）",
    recoveryTitle: "保管恢复密钥",
    recoveryText:
      "数据在磁盘上是加密的。更换服务器或忘记密钥时，只有它能打开数据。请抄写或打印，放到安全的地方；它只显示这一次。",
    recoveryType: "请输入刚才保管的恢复密钥，确认没有抄错。",
    copy: "复制",
    copied: "已复制",
    selected: "浏览器不允许复制，已为您选中：请按 Ctrl+C，手机上长按后复制。",
    written: "我已保管好",
    showAgain: "再看一次",
    finish: "完成，开始使用",
    next: "下一步",
    previous: "上一步",
    submit: "创建",
  },
};

export default session;

declare module "../namespaces" {
  interface Namespaces {
    session: typeof session;
  }
}
