const session = {
  signIn: {
    title: "登录 {{workspace}}",
    lead: "让每一张工单都有下文",
    login: "账号",
    loginHint: "登录名、手机号或邮箱",
    password: "密码",
    code: "动态验证码",
    submit: "登录",
  },
  setup: {
    title: "初始化 Tessera",
    lead: "三步之后即可使用。数据只保存在这台服务器上。",
    token: "初始化口令",
    tokenHelp: "服务器第一次启动时打印在控制台。",
    workspace: "企业名称",
    workspaceHint: "例如：华信精密制造",
    name: "管理员姓名",
    login: "管理员账号",
    password: "密码",
    passwordHelp: "至少 12 个字符，建议用容易记住的长词组。",
    apps: "现成应用",
    appsHelp: "现在安装，以后也可以随时添加。",
    stepToken: "口令",
    stepAdmin: "管理员",
    stepApps: "应用",
    next: "下一步",
    previous: "上一步",
    submit: "完成，开始使用",
    done: "初始化完成，请登录",
  },
};

export default session;

declare module "../namespaces" {
  interface Namespaces {
    session: typeof session;
  }
}
