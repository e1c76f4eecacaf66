// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QXmlStreamAttributes>

#include <stdexcept>
#include <utility>
#include <vector>

namespace inverso::test {

/// An element, and those that hold it before it.
struct StyledElement
{
    QString tag;
    QXmlStreamAttributes attributes;
};
using ElementPath = std::vector<StyledElement>;

/// The part of CSS that our pages use: which value a browser gives a property of an element. A rule wins over an
/// attribute of SVG, the more specific rule over the others, and a later one over an equal one.
class PageStyle
{
public:
    PageStyle() = default;
    /// Of the page's style element, for a reader whose system is light or dark.
    PageStyle(const QString& page, bool dark)
    {
        const qsizetype begin = page.indexOf("<style>") + 7;
        QString css = page.mid(begin, page.indexOf("</style>") - begin);
        static const QRegularExpression media(
            QStringLiteral("@media \\(prefers-color-scheme: dark\\) \\{((?:[^{}]*\\{[^{}]*\\})*)[^{}]*\\}"));
        css.replace(media, dark ? QStringLiteral("\\1") : QString());
        if (css.contains('@'))
            throw std::runtime_error("a rule of CSS that this reader does not know");
        static const QRegularExpression rule(QStringLiteral("([^{}]+)\\{([^{}]*)\\}"));
        for (auto it = rule.globalMatch(css); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            for (const QString& selector : match.captured(1).split(','))
                addRule(selector.simplified(), match.captured(2));
        }
    }

    /// Empty where nothing sets it.
    [[nodiscard]] QString value(const ElementPath& path, const QString& property) const
    {
        QString value = path.back().attributes.value(property).toString();
        int best = -1;
        for (const Rule& rule : m_rules) {
            if (rule.specificity < best || !matches(rule.selector, path))
                continue;
            for (const auto& [name, text] : rule.declarations) {
                if (name == property) {
                    best = rule.specificity;
                    value = text;
                }
            }
        }
        return resolved(value);
    }

    /// The same of an inherited property.
    [[nodiscard]] QString inherited(ElementPath path, const QString& property) const
    {
        QString found;
        while (!path.empty() && found.isEmpty()) {
            found = value(path, property);
            path.pop_back();
        }
        return found;
    }

private:
    struct Rule
    {
        QStringList selector; ///< compounds, the last is of the element
        int specificity = 0;
        std::vector<std::pair<QString, QString>> declarations;
    };

    void addRule(const QString& selector, const QString& body)
    {
        Rule rule{selector.split(' '), 0, {}};
        for (const QString& compound : rule.selector)
            rule.specificity += 10 * static_cast<int>(compound.count('.') + compound.count('['))
                                + (compound.front().isLetter() ? 1 : 0);
        for (const QString& declaration : body.split(';')) {
            const qsizetype colon = declaration.indexOf(':');
            if (colon < 0)
                continue;
            const QString name = declaration.left(colon).trimmed();
            const QString text = declaration.mid(colon + 1).trimmed();
            if (name.startsWith("--"))
                m_variables.emplace_back(name, text);
            else
                rule.declarations.emplace_back(name, text);
        }
        if (selector == ":root")
            return;
        if (selector.contains(QRegularExpression(QStringLiteral("[>+~:#]"))))
            throw std::runtime_error("a selector of CSS that this reader does not know: " + selector.toStdString());
        m_rules.push_back(std::move(rule));
    }

    static bool matches(const QString& compound, const StyledElement& element)
    {
        static const QRegularExpression part(QStringLiteral("\\.[\\w-]+|\\[[\\w-]+\\]|[\\w*-]+"));
        for (auto it = part.globalMatch(compound); it.hasNext();) {
            const QString text = it.next().captured();
            const QString name = text.mid(1);
            const bool fits = text.startsWith('.')
                                  ? element.attributes.value("class").toString().split(' ').contains(name)
                              : text.startsWith('[') ? element.attributes.hasAttribute(name.chopped(1))
                                                     : text == "*" || text == element.tag;
            if (!fits)
                return false;
        }
        return true;
    }

    static bool matches(const QStringList& selector, const ElementPath& path)
    {
        if (!matches(selector.back(), path.back()))
            return false;
        qsizetype left = selector.size() - 1;
        for (std::size_t i = path.size() - 1; i-- > 0 && left > 0;) {
            if (matches(selector[left - 1], path[i]))
                --left;
        }
        return left == 0;
    }

    [[nodiscard]] QString resolved(const QString& value) const
    {
        static const QRegularExpression variable(QStringLiteral("^var\\((--[\\w-]+)\\)$"));
        const QString name = variable.match(value).captured(1);
        QString result = name.isEmpty() ? value : QString();
        for (const auto& [known, text] : m_variables) {
            if (known == name)
                result = text; // a later one wins
        }
        return result;
    }

    std::vector<Rule> m_rules;
    std::vector<std::pair<QString, QString>> m_variables;
};

} // namespace inverso::test
