<?xml version="1.0" encoding="UTF-8"?>
<!-- Gantt XML (the format "gantt" of `bunri export`) as a web page: a table of tasks with bars.

     xsltproc Examples/gantt-html.xsl plan.gantt > plan.html

     XSLT 1.0 has no dates: the day number of an instant is worked out below by the formula of the
     Gregorian calendar, with March as the first month of the year. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:g="urn:bunri:gantt:1" exclude-result-prefixes="g">
  <xsl:output method="html" encoding="UTF-8" indent="yes"/>

  <xsl:variable name="isJapanese" select="/g:gantt/@language = 'ja'"/>

  <xsl:variable name="first">
    <xsl:call-template name="minutes">
      <xsl:with-param name="instant" select="/g:gantt/g:project/@start"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="last">
    <xsl:call-template name="minutes">
      <xsl:with-param name="instant" select="/g:gantt/g:project/@finish"/>
    </xsl:call-template>
  </xsl:variable>
  <!-- An empty plan must not divide by zero. -->
  <xsl:variable name="span" select="$last - $first + ($last = $first)"/>

  <!-- Minutes of an instant since a day long ago. -->
  <xsl:template name="minutes">
    <xsl:param name="instant"/>
    <xsl:variable name="month" select="number(substring($instant, 6, 2))"/>
    <xsl:variable name="shifted" select="($month + 9) mod 12"/>
    <xsl:variable name="year" select="number(substring($instant, 1, 4)) - ($month &lt; 3)"/>
    <xsl:variable name="days"
      select="365 * $year + floor($year div 4) - floor($year div 100) + floor($year div 400)
        + floor((153 * $shifted + 2) div 5) + number(substring($instant, 9, 2))"/>
    <xsl:value-of
      select="1440 * $days + 60 * number(substring($instant, 12, 2))
        + number(substring($instant, 15, 2))"/>
  </xsl:template>

  <!-- A word in the language of the document. -->
  <xsl:template name="word">
    <xsl:param name="ja"/>
    <xsl:param name="en"/>
    <xsl:choose>
      <xsl:when test="$isJapanese"><xsl:value-of select="$ja"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$en"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="/g:gantt">
    <html lang="{@language}">
      <head>
        <title><xsl:value-of select="g:project/@name"/></title>
        <style>
          body { font: 14px/1.4 sans-serif; margin: 2em; color: #222; background: #fff }
          table { border-collapse: collapse; width: 100% }
          th, td { text-align: left; padding: 2px 8px; border-bottom: 1px solid #ddd; white-space: nowrap }
          td.chart { width: 55%; padding: 2px 0 }
          .row { position: relative; height: 14px }
          .bar { position: absolute; top: 2px; height: 10px; min-width: 2px; background: #6b8fb3; border-radius: 2px }
          .bar.driving { background: #b3402a }
          .bar.summary { background: #555; height: 5px }
          .bar.milestone { width: 9px; min-width: 9px; height: 9px; margin-left: -4px; transform: rotate(45deg); border-radius: 0 }
          tr.summary td { font-weight: bold }
          .late { color: #b3402a }
          .invented { font-style: italic }
        </style>
      </head>
      <body>
        <xsl:apply-templates select="g:project"/>
        <table>
          <thead>
            <tr>
              <th><xsl:call-template name="word"><xsl:with-param name="ja" select="'番号'"/><xsl:with-param name="en" select="'No.'"/></xsl:call-template></th>
              <th><xsl:call-template name="word"><xsl:with-param name="ja" select="'タスク'"/><xsl:with-param name="en" select="'Task'"/></xsl:call-template></th>
              <th><xsl:call-template name="word"><xsl:with-param name="ja" select="'担当'"/><xsl:with-param name="en" select="'Owner'"/></xsl:call-template></th>
              <th><xsl:call-template name="word"><xsl:with-param name="ja" select="'開始'"/><xsl:with-param name="en" select="'Start'"/></xsl:call-template></th>
              <th><xsl:call-template name="word"><xsl:with-param name="ja" select="'終了'"/><xsl:with-param name="en" select="'Finish'"/></xsl:call-template></th>
              <th/>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="g:tasks/g:task"/>
          </tbody>
        </table>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="g:project">
    <h1><xsl:value-of select="@name"/></h1>
    <p>
      <xsl:if test="@late = 'true'"><xsl:attribute name="class">late</xsl:attribute></xsl:if>
      <xsl:call-template name="word"><xsl:with-param name="ja" select="'切替：'"/><xsl:with-param name="en" select="'Cutover: '"/></xsl:call-template>
      <xsl:value-of select="translate(@cutoverFinish, 'T', ' ')"/>
      <xsl:if test="@target">
        <xsl:call-template name="word"><xsl:with-param name="ja" select="'　目標：'"/><xsl:with-param name="en" select="' — target: before '"/></xsl:call-template>
        <xsl:value-of select="translate(@target, 'T', ' ')"/>
        <xsl:call-template name="word"><xsl:with-param name="ja" select="' まで　余裕（日）：'"/><xsl:with-param name="en" select="' — margin in days: '"/></xsl:call-template>
        <xsl:value-of select="format-number(@margin div @minutesPerDay, '0.#')"/>
      </xsl:if>
    </p>
    <xsl:if test="g:illustrative">
      <p class="invented"><xsl:value-of select="g:illustrative"/></p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="g:task">
    <xsl:variable name="start">
      <xsl:call-template name="minutes"><xsl:with-param name="instant" select="@start"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="finish">
      <xsl:call-template name="minutes"><xsl:with-param name="instant" select="@finish"/></xsl:call-template>
    </xsl:variable>
    <tr class="{@kind}" id="{@id}">
      <td><xsl:value-of select="@number"/></td>
      <td style="padding-left: {@level * 14 - 6}px"><xsl:value-of select="@name"/></td>
      <td><xsl:value-of select="/g:gantt/g:owners/g:owner[@id = current()/@owner]/@name"/></td>
      <td><xsl:value-of select="translate(@start, 'T', ' ')"/></td>
      <td><xsl:value-of select="translate(@finish, 'T', ' ')"/></td>
      <td class="chart">
        <div class="row">
          <div>
            <xsl:attribute name="class">
              <xsl:text>bar </xsl:text>
              <xsl:value-of select="@kind"/>
              <xsl:if test="@driving = 'true'"> driving</xsl:if>
            </xsl:attribute>
            <xsl:attribute name="style">
              <xsl:text>left: </xsl:text>
              <xsl:value-of select="format-number(100 * ($start - $first) div $span, '0.###')"/>
              <xsl:text>%</xsl:text>
              <xsl:if test="@kind != 'milestone'">
                <xsl:text>; width: </xsl:text>
                <xsl:value-of select="format-number(100 * ($finish - $start) div $span, '0.###')"/>
                <xsl:text>%</xsl:text>
              </xsl:if>
            </xsl:attribute>
            <xsl:attribute name="title">
              <xsl:value-of select="@name"/>
              <xsl:if test="g:drivenBy/@predecessor">
                <xsl:text> ← </xsl:text>
                <xsl:value-of select="g:drivenBy/@predecessor"/>
              </xsl:if>
            </xsl:attribute>
          </div>
        </div>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
