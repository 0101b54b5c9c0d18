const inbox = {
  title: "待办",
  list: "待办列表",
  search: "搜索标题或发起人",
  none: "没有找到“{{text}}”",
  pick: "选择一条待办查看详情",
  pickText: "用 J、K 上下移动，O 打开，A 同意，R 驳回，X 选中。",
  tabs: { label: "分类", todo: "待办", done: "已办", started: "我发起", copied: "抄送", drafts: "草稿" },
  empties: {
    todo: "没有待办，都处理完了",
    done: "还没有处理过工单",
    started: "还没有发起过工单",
    copied: "没有抄送给您的工单",
    drafts: "没有草稿",
  },
  start: "发起工单",
  overdue: "超时 {{count}}",
  overdueBy: "已超时 {{span}}",
  dueIn: "剩余 {{span}}",
  arrived: "{{count}} 条新待办",
  tick: "选中 {{title}}",
  unread: "未读",
  untitled: "未命名的{{form}}",
  progress: "进度 {{done}}/{{total}}",
  swipe: { approve: "同意", reject: "驳回" },
  claim: "领取",
  claimed: "已领取，由您处理",
  keys: {
    title: "待办列表",
    next: "下一条",
    previous: "上一条",
    open: "打开",
    approve: "同意",
    reject: "驳回",
    transfer: "转交",
    comment: "评论",
    tick: "选中或取消",
    range: "选中到这一条",
    back: "返回",
  },
  batch: {
    title: "批量同意",
    picked: "已选 {{count}} 条",
    clear: "取消选择",
    comment: "意见（对所有工单相同，可不填）",
    approve: "同意 {{count}} 条",
    retry: "重试未成功的",
    held: "批量同意 {{count}} 条",
    takenBack: "已撤销 {{count}} 条",
    done: "已同意 {{count}} 条",
    incomplete: "这一步有必填内容，请打开工单填写",
    partly: "{{count}} 条没有成功，原因列在各条后面。",
    signed: "{{count}} 条需要手写签名，没有包含在内，请逐条打开签名。",
    unlike: "只能批量同意同一表单、同一审批步骤的待办。",
    total: "合计",
  },
};

export default inbox;

declare module "../namespaces" {
  interface Namespaces {
    inbox: typeof inbox;
  }
}
