"""Lines that web sites, scrapers and databases set around every text of theirs.

Known by their verbs and fixed phrases, in the languages of many ministries' sites; none
belongs to one site only.
"""

import re

# What a button, a menu or a banner says; the whole line, in small letters and without
# marks at its ends.
_EXACT = frozenset(
    line
    for lines in (
        # English
        "share|share this|share this page|share on facebook|share on twitter|tweet|"
        "print|print this page|printer friendly|printable banner|printable version|"
        "email|e-mail|email this page|email a friend|follow us|follow us on|find us on|"
        "connect with us|subscribe|sign up|log in|login|menu|main menu|search|"
        "search this site|home|homepage|back to top|top of page|return to top|skip to "
        "content|skip to main content|skip to navigation|skip navigation|hide|show|"
        "show more|read more|load more|expand|collapse|toggle navigation|close|"
        "previous|next|"
        "previous article|next article|full text|content area|abstract/details|"
        "cite|save to my research|here's how you know|here’s how you know|accept all|"
        "accept cookies|cookie settings|privacy policy|terms of use|site map|sitemap|"
        "official websites use .gov|secure .gov websites use https|top articles|"
        "latest posts|latest articles|popular articles|related articles|related posts|"
        "recommended articles|article information|author information|breadcrumb|tags|"
        "you are here|advertisement|in this section|on this page|"
        "an official website of the united states government",
        # German
        "teilen|drucken|seite drucken|seite empfehlen|seite teilen|folgen sie uns|menü|"
        "menu|hauptmenü|hauptmenu|servicemenü|navigation|unternavigationspunkte|suche|"
        "suchen|startseite|impressum|agb|datenschutz|datenschutzerklärung|"
        "barrierefreiheit|erklärung zur barrierefreiheit|sie sind hier|nach oben|"
        "zum inhalt springen|springe direkt zu|gebärdensprache|leichte sprache|"
        "anmelden|alle cookies akzeptieren",
        # French
        "partager|imprimer|imprimer la page|suivez-nous|suivez nous|menu|rechercher|"
        "recherche|accueil|mentions légales|plan du site|haut de page|retour en haut|"
        "aller au contenu|vous êtes ici|envoyer à un ami|s’abonner|se connecter|"
        "données personnelles|gestion des cookies|tout accepter|lire la suite",
        # Spanish and Portuguese
        "compartir|imprimir|síguenos|síganos|menú|buscar|inicio|aviso legal|"
        "mapa del sitio|ir al contenido|volver arriba|usted está aquí|leer más|"
        "suscríbase|política de privacidad|aceptar cookies|así es como usted puede "
        "verificarlo|compartilhar|partilhar|siga-nos|pesquisar|início|"
        "ir para o conteúdo|"
        "mapa do site|voltar ao topo|você está aqui|leia mais|aceitar cookies|"
        "un sitio oficial del gobierno de estados unidos",
        # Italian, Albanian, Vietnamese, Turkish, Polish
        "condividi|stampa|seguici|cerca|vai al contenuto|torna su|note legali|"
        "na ndiqni|shpërndaje|printo|kërko|kreu|chia sẻ|in trang|tìm kiếm|trang chủ|"
        "paylaş|yazdır|ara|ana sayfa|udostępnij|drukuj|szukaj|strona główna",
        # Russian, Ukrainian, Serbian
        "поделиться|печать|распечатать|версия для печати|меню|поиск|главная|"
        "карта сайта|наверх|подписаться|поділитися|друк|пошук|головна|подели|штампај|"
        "претрага|почетна",
        # Arabic, Persian, Urdu, Hebrew, Hindi
        "مشاركة|شارك|طباعة|القائمة|بحث|الرئيسية|تابعنا|اتصل بنا|أعلى الصفحة|"
        "اشتراک‌گذاری|چاپ|جستجو|منو|صفحه اصلی|شیئر کریں|پرنٹ|تلاش|שתף|הדפס|חיפוש|"
        "साझा करें|प्रिंट करें|खोजें|मुख्य पृष्ठ",
        # Chinese, Japanese, Korean
        "分享|打印|列印|搜索|搜尋|菜单|選單|首页|首頁|返回顶部|関注我们|关注我们|シェア|"
        "印刷|検索|メニュー|ホーム|공유|인쇄|검색|메뉴|홈",
    )
    for line in lines.split("|")
)
_SHAPES = re.compile(
    # The banner of official sites, and notes on cookies.
    r"an official website of the .{3,60}|.{0,60}here[’']s how you know"
    r"|a \.gov website belongs to .*|a lock \(?.*https:// means .*"
    r"|(?:this|our) (?:web)?site uses cookies.*|diese website verwendet cookies.*"
    r"|ce site utilise des cookies.*|este sitio (?:web )?utiliza cookies.*"
    r"|un sitio oficial del gobierno .*"
    # What is left of a logo.
    r"|.{3,60} [-–—] (?:great )?(?:seal|logo|emblem|crest|flag)"
    # Buttons of networks, and the line above them.
    r"|(?:share|tweet|follow us|compartir|compartilh\w+|partilh\w+|partager|teilen|"
    r"condividi)(?: \w+){0,2} (?:on|via|with|en|no|por|sur|auf|su|at)"
    r"(?: (?:facebook|twitter|x|linkedin|whatsapp|instagram|telegram|e-?mail))? ?:?"
    r"|(?:facebook|twitter|linkedin|whatsapp|instagram|telegram|youtube|flickr)"
    # Counters and authors of pages that live on other people's texts.
    r"|views?: ?[\d.,]+|rating: ?[\d.]+ ?/ ?\d.*|reviews?: ?\d.*|last updated:?"
    r"|\d+ (?:views|shares|comments)|posted (?:in|by) .{2,40}|filed under .{2,40}"
    # A trail of pages from the first.
    r"|(?:home|startseite|accueil|inicio|início|главная) ?[>›»/|→].*"
    r"|you are here: ?.*|sie sind hier: ?.*|vous êtes ici ?: ?.*"
)
# A copy of the page in another form.
_DOWNLOAD = re.compile(
    r"(?:download|herunterladen|télécharger|descargar|baixar|scarica|скачать)\b.{0,60}"
    r"\b(?:pdf|page|datei|fichier|archivo|файл).{0,20}"
)
# Marks that end a release, by themselves.
_END = re.compile(r"(?:#\s*){3,5}|[-–—\s]*(?:30|end|ende|fin)[-–—\s]*|\*\s*\*\s*\*")
_FOLIO = re.compile(
    r"[-–—\s]*(?:page|seite|página|pagina|faqja|стр\.?|страница|صفحة)\s\d{1,3}"
    r"(?:\s?(?:of|von|de|sur|di|nga|из|/|من)\s?\d{1,3})?[-–—\s]*"
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|&copy;|copyright\b|all rights reserved).*")
# A trail of pages whose marks were lost, up to the page one is on.
_FIRST_PAGE = ("home", "startseite", "accueil", "inicio", "início", "главная")
_STEP = re.compile(r"[>›»/|→]")
_FEWEST_STEPS = 2
_EDGES = " \t\u00a0:.,;…»«›‹>|•·-–—*"
_LONGEST = 240


def is_chrome(text: str) -> bool:
    """Return whether a line can only belong to the page around a text."""
    if len(text) > _LONGEST:
        return False
    line = text.casefold().strip()
    bare = line.strip(_EDGES)
    return bare in _EXACT or bool(_SHAPES.fullmatch(line) or _DOWNLOAD.fullmatch(bare))


def is_trail(text: str, title: str) -> bool:
    """Return whether a line is the trail of pages that leads to `title`."""
    if leads_to(text, title):
        return True
    line, last = text.casefold(), title.casefold()
    is_longer = len(line) > len(last) and line.endswith(last)
    return is_longer and line.startswith(_FIRST_PAGE)


def leads_to(text: str, title: str) -> bool:
    """Return whether a line names pages one inside the other, the last `title`."""
    steps = [each.strip().casefold() for each in _STEP.split(text)]
    return len(steps) > _FEWEST_STEPS and steps[-1] == title.strip().casefold()


def is_folio(text: str) -> bool:
    """Return whether a line counts the pages of a printed text: `Page 1 of 2`."""
    return len(text) < 30 and bool(_FOLIO.fullmatch(text.casefold().strip()))


def is_end_mark(text: str) -> bool:
    """Return whether a line is the sign that a release ends with."""
    line = text.casefold().strip()
    is_dashed = not line.isalnum()
    return len(line) < 20 and is_dashed and bool(_END.fullmatch(line))


def is_copyright(text: str) -> bool:
    """Return whether a line says whose the page is."""
    line = text.casefold().strip()
    return len(line) < _LONGEST and bool(_COPYRIGHT.match(line))
