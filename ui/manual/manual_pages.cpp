// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manual_pages.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

// A static library's resources are registered by hand, from outside any namespace.
static void registerManual()
{
    Q_INIT_RESOURCE(manual);
}

namespace inverso::ui {

namespace {

QString firstFile()
{
    return QStringLiteral("README.md");
}

std::vector<ManualPage> listedPages()
{
    static const QRegularExpression heading(QStringLiteral("^(#+) (.+)$"));
    static const QRegularExpression entry(QStringLiteral("^- \\[(.+)\\]\\((.+\\.md)\\)$"));
    std::vector<ManualPage> pages;
    QString chapter;
    for (const QString& line : manualText(firstFile()).split(QLatin1Char('\n'))) {
        if (const auto found = heading.match(line); found.hasMatch()) {
            if (found.captured(1).size() == 1)
                pages.push_back({{}, found.captured(2), firstFile()});
            chapter = found.captured(2);
        } else if (const auto link = entry.match(line); link.hasMatch()) {
            pages.push_back({chapter, link.captured(1), link.captured(2)});
        }
    }
    return pages;
}

} // namespace

QUrl ManualPage::url() const
{
    return QUrl(QStringLiteral("qrc:/manual/") + file);
}

const std::vector<ManualPage>& manualPages()
{
    static const std::vector<ManualPage> pages = listedPages();
    return pages;
}

QString manualText(const QString& file)
{
    registerManual();
    QFile page(QStringLiteral(":/manual/") + file);
    return page.open(QIODevice::ReadOnly) ? QString::fromUtf8(page.readAll()) : QString();
}

QString manualPageOf(const QString& pane)
{
    static const QHash<QString, QString> pages = {
        {QStringLiteral("run"), QStringLiteral("search.md")},
        {QStringLiteral("filter"), QStringLiteral("map.md")},
        {QStringLiteral("map"), QStringLiteral("map.md")},
        {QStringLiteral("cell"), QStringLiteral("cells.md")},
        {QStringLiteral("compare"), QStringLiteral("compare.md")},
        {QStringLiteral("favourites"), QStringLiteral("compare.md")},
        {QStringLiteral("curve"), QStringLiteral("search.md")},
        {QStringLiteral("regression"), QStringLiteral("regression.md")},
        {QStringLiteral("losses"), QStringLiteral("regression.md")},
        {QStringLiteral("candidates"), QStringLiteral("search.md")},
        {QStringLiteral("runs"), QStringLiteral("compare.md")},
        {QStringLiteral("log"), QStringLiteral("search.md")},
        {QStringLiteral("inversion"), QStringLiteral("inversion.md")},
        {QStringLiteral("tour"), QStringLiteral("teaching.md")},
        {QStringLiteral("experiments"), QStringLiteral("experiments.md")},
    };
    return pages.value(pane, firstFile());
}

} // namespace inverso::ui
