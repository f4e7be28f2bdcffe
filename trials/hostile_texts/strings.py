"""Text that attacks its reader or breaks careless programs; each is one line, as a record may hold it."""

from __future__ import annotations

RUN = "window.__pwned=1"
ELSEWHERE = "evil.example"

#: Run as HTML or script when a page takes text for markup.
HTML = (
    f'<img src=x onerror="{RUN}">',
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<details open ontoggle={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<iframe src=javascript:parent.{RUN}></iframe>",
    f"<body onload={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<a href=javascript:{RUN}>a</a>",
    f"<form action=javascript:{RUN}><button>b</button></form>",
    f'"><img src=x onerror={RUN}>',
    f"'><img src=x onerror={RUN}>",
    f"--><img src=x onerror={RUN}>",
    f"]]><img src=x onerror={RUN}>",
    f"</title><img src=x onerror={RUN}>",
    f"</textarea><img src=x onerror={RUN}>",
    f"</style><img src=x onerror={RUN}>",
    f"</td></tr></table><img src=x onerror={RUN}>",
    f'x" onmouseover="{RUN}" y="',
    f"x' onmouseover='{RUN}' y='",
    f"x onmouseover={RUN} autofocus onfocus={RUN}",
    f"<IMG SRC=x OnErRoR={RUN}>",
    f"<img/src=x/onerror={RUN}>",
    f"<<img src=x onerror={RUN}>>",
    f"&lt;img src=x onerror={RUN}&gt;",
    f"&#60;img src=x onerror={RUN}&#62;",
    f"%3Cimg src=x onerror={RUN}%3E",
    f"\\u003cimg src=x onerror={RUN}\\u003e",
    "<!--", "-->", "<![CDATA[", "]]>", "<!doctype html>", "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content=0;url=https://evil.example/>",
    "<link rel=stylesheet href=https://evil.example/a.css>",
    "<style>@import 'https://evil.example/a.css';</style>",
    "<style>*{display:none}</style>",
    "<img src=https://evil.example/html.png>",
    "<object data=https://evil.example/a></object>",
    "<plaintext>", "</div></div></div></body></html>", "<b>bold</b> <i>it</i>",
)  # fmt: skip

#: Run as script when a text is put into one, or taken for an address.
SCRIPT = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}//",
    f"java\u200bscript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"vbscript:{RUN}",
    f"';{RUN};//",
    f'";{RUN};//',
    f"`;{RUN};//",
    f"\\';{RUN};//",
    f'\\";{RUN};//',
    f"${{{RUN}}}",
    f"`${{{RUN}}}`",
    f"*/{RUN}/*",
    f"</script><!--<script>{RUN}//",
    f"{{constructor.constructor('{RUN}')()}}",
    "__proto__", "constructor", "prototype", "hasOwnProperty", "toString",
    "null", "undefined", "NaN", "None", "true", "NA", "0", "-0", "1e999", "[object Object]",
)  # fmt: skip

#: Computed or looked up when a template engine reads the text; 7*191 is 1337.
TEMPLATE = (
    "{{7*191}}", "{{ 7*191 }}", "{%x", "{% x %}", "{# y", "{{", "}}", "{{{7*191}}}", "${7*191}", "#{7*191}",
    "<%= 7*191 %>", "[[7*191]]", "{7*191}", "$(7*191)", "@(7*191)", "{{''.__class__.__mro__}}", "{{config}}",
    "{{cycler.__init__.__globals__.os.popen('id').read()}}", "{0}", "{}", "{name}", "{count}", "%s%s%n", "%(x)s",
    "%d", "{who}", "{0.__class__}", "\\{{7*191}}", "{% raw %}{{7*191}}", "{%- if x -%}",
)  # fmt: skip

#: Fetched, linked or set in type when Markdown or LaTeX reads the text.
MARKDOWN = (
    f"![x](https://{ELSEWHERE}/a.png)", f"[y](https://{ELSEWHERE}/)", f"[y](javascript:{RUN})",
    f"![x][r] [r]: https://{ELSEWHERE}/b.png", f"<https://{ELSEWHERE}/auto>", f"https://{ELSEWHERE}/bare",
    f"www.{ELSEWHERE}/www", f"mail@{ELSEWHERE}", f"//{ELSEWHERE}/relative", f"ftp://{ELSEWHERE}/",
    f"[![x](https://{ELSEWHERE}/c.png)](https://{ELSEWHERE})", ":material/home:", ":red[red]", ":small[s]", ":smile:",
    ":blue-background[x]", "$x^2$", "$$\\frac{1}{0}$$", "$\\href{javascript:alert(1)}{x}$", "\\(x\\)", "\\[x\\]",
    "# heading", "## heading", "- item", "* item", "1. item", "> quote", "`code`", "```code", "***bold***", "_it_",
    "~~struck~~", "| a | b |", "---", "===", "[ ] task", "[x]", "[^1]", "[[wiki]]", "\\", "\\\\", "\\*", "a  b",
    "&nbsp;", "&amp;", "&", "<", ">", '"', "'", "`", "^up^", "==mark==", ":::note", "<br>", "H~2~O",
    "a -> b", "a <- b", "a <-> b", "a --> b", "a -- b", "a >= b", "a <= b", "a ~= b", "(c) (tm) 1/2",
)  # fmt: skip

#: Run by a spreadsheet, a shell or a database.
FORMULA = (
    "=1+1", "=HYPERLINK(\"https://evil.example\",\"x\")", "=cmd|'/C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "＝1+1",
    "＋1", "－1", "＠x", "'=1+1", "''quoted", "=IMPORTXML(\"https://evil.example\",\"//a\")", "; DROP TABLE events; --",
    "' OR '1'='1", "$(touch /tmp/pwned)", "`touch /tmp/pwned`", "| touch /tmp/pwned", "; touch /tmp/pwned", "a;b", "a,b",
)  # fmt: skip

#: Paths that a careless program opens.
PATHS = (
    "../../../../etc/passwd", "..\\..\\windows\\win.ini", "/etc/passwd", "file:///etc/passwd", "C:\\Windows\\win.ini",
    "/dev/zero", "/vsicurl/https://evil.example/a", "/vsizip//etc/passwd", "\\\\evil.example\\share", "~/.ssh/id_rsa",
    "CON", "aux.txt", "a/../b", ".", "..", "%2e%2e%2f", "<OGRVRTDataSource>",
)  # fmt: skip

#: Hard to draw, to break or to compare.
LETTERS = (
    "W" * 300, "لا" * 150, "👩‍👩‍👧‍👦🏳️‍🌈🇦🇫", "e\u0301" * 20, "Z" + "\u0335\u0321\u0489" * 20 + "algo", "zero\u200bwidth",
    "zero\u200cjoin\u200der", "soft\u00adhyphen", "non\u00a0breaking", "ﬁﬂ ligatures", "İıŞş", "ß SS", "پنجشیر كابل يك", "ښځه ټول",
    "שלום", "日本語", "ｆｕｌｌ", "𝕬𝖋𝖌", "\ufffd", "﷽", "ᚠᛇᚻ", "Ω≈ç√∫", "¼½¾", "١٢٣۱۲۳", "a\u0336b\u0336c", "…", "–—―",
    "abc دری def پښتو", "(دری)", "\u200eLRM\u200e x", "\u200fRLM\u200f x",
)  # fmt: skip

#: Bidi embeddings and isolates turn the rest of a line around: refused in records, contained where a reader types them.
BIDI = ("\u202etxt.exe", "a\u202db", "\u2066a", "\u2067b", "\u2068c\u2069", "a\u202ab\u202c", "x\u202b")
#: Control characters, line and paragraph separators, half a pair, what no character is: refused in records.
CONTROL = ("a\x00b", "\x1b[31mred", "a\nb", "a\rb", "a\tb", "\x7f", "\x9b31m", "a\u2028b", "a\u2029b", "\ufeffa", "\ud800",
           "\ue000", "\ufdd0", " outer", "outer ")  # fmt: skip

#: What a record may hold: the most dangerous first, so that a short list begins with them.
_KINDS = (HTML, TEMPLATE, MARKDOWN, SCRIPT, FORMULA, LETTERS, PATHS)
HOSTILE_STRINGS: tuple[str, ...] = tuple(
    text for number in range(max(map(len, _KINDS))) for kind in _KINDS for text in kind[number : number + 1]
)
#: What no record may hold.
REFUSED: tuple[str, ...] = (*BIDI, *CONTROL)
#: Addresses of the allowed form that try to leave their attribute.
ADDRESSES = (
    f'https://{ELSEWHERE}/"onmouseover="{RUN}',
    f"https://{ELSEWHERE}/'onfocus='{RUN}",
    f"https://{ELSEWHERE}/<img/src=x/onerror={RUN}>",
    f"https://{ELSEWHERE}/{{{{7*191}}}}",
    f"https://{ELSEWHERE}/](javascript:{RUN})",
    f"https://user:word@{ELSEWHERE}/",
    f"http://{ELSEWHERE}:8080/",
)
#: Addresses of the allowed form that no browser can open: refused in records.
NO_ADDRESSES = ("https://[::1/", f"http://{ELSEWHERE}:99999/", "https://", "https://:80/", "http:///path")
#: What a template engine would make of 7*191.
COMPUTED = "1337"
