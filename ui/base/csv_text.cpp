// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/csv_text.h"

#include "core/session/settings_json.h"
#include "ui/base/save_file.h"

#include <QCoreApplication>

#include <cmath>

namespace inverso::ui {

namespace {

constexpr int floatDigits = 9;

QString comment(const QString& name, const QString& value)
{
    QString line = value;
    line.replace(QLatin1Char('\n'), QLatin1Char(' '));
    return QStringLiteral("# %1: %2\n").arg(name, line);
}

} // namespace

QString csvLine(const QStringList& fields)
{
    QStringList written;
    for (const QString& field : fields) {
        const bool plain = !field.contains(QLatin1Char(',')) && !field.contains(QLatin1Char('"'))
                           && !field.contains(QLatin1Char('\n'));
        QString quoted = field;
        quoted.replace(QLatin1Char('"'), QLatin1String("\"\""));
        written += plain ? field : QLatin1Char('"') + quoted + QLatin1Char('"');
    }
    return written.join(QLatin1Char(',')) + QLatin1Char('\n');
}

QString csvNumber(double value)
{
    if (std::isnan(value))
        return {};
    // Table values are floats; printed as doubles they would show meaningless digits.
    const auto single = static_cast<float>(value);
    for (int digits = 6; digits < floatDigits; ++digits) {
        QString text = QString::number(value, 'g', digits);
        if (text.toFloat() == single)
            return text;
    }
    return QString::number(value, 'g', floatDigits);
}

QString csvComment(const QString& content, const QString& dataset)
{
    return comment(QStringLiteral("content"), content) + comment(QStringLiteral("data set"), dataset)
           + comment(QStringLiteral("program"), QStringLiteral("Inverso ") + QCoreApplication::applicationVersion());
}

QString csvComment(const QString& content, const QString& dataset, const SearchSettings& settings)
{
    return csvComment(content, dataset) + comment(QStringLiteral("method"), QString::fromStdString(settings.method))
           + comment(QStringLiteral("seed"), QString::number(settings.seed))
           + comment(QStringLiteral("settings"), QString::fromStdString(toJson(settings)));
}

QString saveText(const QString& path, const QString& text)
{
    return saveOrExplain(path, text.toUtf8());
}

} // namespace inverso::ui
