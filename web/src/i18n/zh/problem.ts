// Keyed by the server's problem codes; `http_…` and `unreachable` are the fallbacks.
const problem = {
  app: { title: "页面出错了", remedy: "请刷新页面。如果仍然出现，请把操作步骤告诉管理员。" },
  unreachable: { title: "连接不到服务器", remedy: "请检查网络，或确认服务器正在运行，然后重试。" },
  http_401: { title: "登录已失效", remedy: "请重新登录。" },
  http_403: { title: "没有权限", remedy: "如需查看或操作，请联系应用管理员为您授权。" },
  http_404: { title: "没有找到", remedy: "它可能已被删除，或者地址不完整。" },
  http_409: { title: "已被他人修改", remedy: "请刷新看到最新内容后再操作。" },
  http_413: { title: "文件太大", remedy: "请压缩后再上传。" },
  http_429: { title: "操作太频繁", remedy: "请稍等片刻再试。" },
  http_4xx: { title: "服务器没有接受这次操作", remedy: "请检查填写的内容后再试。" },
  http_5xx: { title: "服务器处理失败", remedy: "数据没有丢失。请稍后重试；如果仍然失败，请把请求编号告诉管理员。" },
  credentials_wrong: { title: "账号或密码不正确", remedy: "请重新输入；忘记密码请联系管理员重置。" },
  second_factor_required: { title: "需要动态验证码", remedy: "请输入身份验证器中的 6 位数字。" },
  second_factor_wrong: { title: "动态验证码不正确", remedy: "请输入身份验证器当前显示的 6 位数字。" },
  setup_token_wrong: { title: "初始化口令不正确", remedy: "口令在服务器启动时打印在控制台，请完整复制。" },
  setup_done: { title: "已经初始化过了", remedy: "请直接登录。" },
  field: {
    invalid: "填写的内容不正确",
    required: "此项必填",
    too_long: "最多 {{max}} 个字",
    too_short: "至少 {{min}} 个字",
    too_large: "不能大于 {{max}}",
    too_small: "不能小于 {{min}}",
    not_unique: "已有相同的内容",
    weak_password: "密码太容易被猜到，请用更长的词组",
  },
};

export default problem;

declare module "../namespaces" {
  interface Namespaces {
    problem: typeof problem;
  }
}
