using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ServicePackage.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MatchesFollowed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "WeeklyOff",
                table: "MailWishes",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "CalledById",
                table: "ClauseAnswers",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CalledOn",
                table: "ClauseAnswers",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ClauseApplications",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EnterpriseId = table.Column<long>(type: "bigint", nullable: false),
                    ClauseId = table.Column<long>(type: "bigint", nullable: false),
                    PolicyClauseId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    WithoutApplication = table.Column<bool>(type: "boolean", nullable: false),
                    BegunOn = table.Column<DateOnly>(type: "date", nullable: false),
                    BegunById = table.Column<long>(type: "bigint", nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecidedById = table.Column<long>(type: "bigint", nullable: true),
                    DecisionReported = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    PaidAmount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PaidById = table.Column<long>(type: "bigint", nullable: true),
                    PaymentReported = table.Column<bool>(type: "boolean", nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnById = table.Column<long>(type: "bigint", nullable: true),
                    WithdrawnByAuthority = table.Column<bool>(type: "boolean", nullable: false),
                    CorrectedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CorrectedById = table.Column<long>(type: "bigint", nullable: true),
                    CorrectedBecause = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClauseApplications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClauseApplications_Accounts_BegunById",
                        column: x => x.BegunById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClauseApplications_Accounts_CorrectedById",
                        column: x => x.CorrectedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClauseApplications_Accounts_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClauseApplications_Accounts_PaidById",
                        column: x => x.PaidById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClauseApplications_Accounts_WithdrawnById",
                        column: x => x.WithdrawnById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClauseApplications_Clauses_ClauseId",
                        column: x => x.ClauseId,
                        principalTable: "Clauses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClauseApplications_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClauseApplications_PolicyClauses_PolicyClauseId",
                        column: x => x.PolicyClauseId,
                        principalTable: "PolicyClauses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClausePushes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EnterpriseId = table.Column<long>(type: "bigint", nullable: false),
                    ClauseId = table.Column<long>(type: "bigint", nullable: false),
                    UnitId = table.Column<long>(type: "bigint", nullable: false),
                    Word = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    PushedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PushedById = table.Column<long>(type: "bigint", nullable: false),
                    ToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ServerToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClausePushes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClausePushes_Accounts_PushedById",
                        column: x => x.PushedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClausePushes_Clauses_ClauseId",
                        column: x => x.ClauseId,
                        principalTable: "Clauses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ClausePushes_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClausePushes_Organisations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MatchDigests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Week = table.Column<DateOnly>(type: "date", nullable: false),
                    EnterpriseId = table.Column<long>(type: "bigint", nullable: true),
                    AccountId = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MatchDigests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MatchDigests_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MatchDigests_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Matches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ClauseId = table.Column<long>(type: "bigint", nullable: false),
                    EnterpriseId = table.Column<long>(type: "bigint", nullable: false),
                    Since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ServerToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosingTold = table.Column<DateOnly>(type: "date", nullable: true),
                    ServerClosingTold = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Matches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Matches_Clauses_ClauseId",
                        column: x => x.ClauseId,
                        principalTable: "Clauses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Matches_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MatchTurns",
                columns: table => new
                {
                    EnterpriseId = table.Column<long>(type: "bigint", nullable: false),
                    NextTurn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MatchTurns", x => x.EnterpriseId);
                    table.ForeignKey(
                        name: "FK_MatchTurns_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Unweighed",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EnterpriseId = table.Column<long>(type: "bigint", nullable: true),
                    ClauseId = table.Column<long>(type: "bigint", nullable: true),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Again = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Unweighed", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Unweighed_Clauses_ClauseId",
                        column: x => x.ClauseId,
                        principalTable: "Clauses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Unweighed_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ClauseApplications_BegunById",
                table: "ClauseApplications",
                column: "BegunById");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseApplications_ClauseId_BegunOn",
                table: "ClauseApplications",
                columns: new[] { "ClauseId", "BegunOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ClauseApplications_CorrectedById",
                table: "ClauseApplications",
                column: "CorrectedById");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseApplications_DecidedById",
                table: "ClauseApplications",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseApplications_PaidById",
                table: "ClauseApplications",
                column: "PaidById");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseApplications_PolicyClauseId",
                table: "ClauseApplications",
                column: "PolicyClauseId");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseApplications_State",
                table: "ClauseApplications",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseApplications_WithdrawnById",
                table: "ClauseApplications",
                column: "WithdrawnById");

            migrationBuilder.CreateIndex(
                name: "IX_OneOpenApplication",
                table: "ClauseApplications",
                columns: new[] { "EnterpriseId", "ClauseId" },
                unique: true,
                filter: "\"State\" IN ('Applied', 'Offered') OR (\"State\" = 'Granted' AND \"Amount\" IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_ClausePushes_ClauseId",
                table: "ClausePushes",
                column: "ClauseId");

            migrationBuilder.CreateIndex(
                name: "IX_ClausePushes_PushedById",
                table: "ClausePushes",
                column: "PushedById");

            migrationBuilder.CreateIndex(
                name: "IX_ClausePushes_UnitId",
                table: "ClausePushes",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_OneWaitingPush",
                table: "ClausePushes",
                columns: new[] { "EnterpriseId", "ClauseId" },
                unique: true,
                filter: "\"AnsweredAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MatchDigests_Week",
                table: "MatchDigests",
                column: "Week");

            migrationBuilder.CreateIndex(
                name: "IX_OneDigestAnEnterprise",
                table: "MatchDigests",
                columns: new[] { "EnterpriseId", "Week" },
                unique: true,
                filter: "\"EnterpriseId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OneDigestAPerson",
                table: "MatchDigests",
                columns: new[] { "AccountId", "Week" },
                unique: true,
                filter: "\"AccountId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Matches_ClauseId_EnterpriseId",
                table: "Matches",
                columns: new[] { "ClauseId", "EnterpriseId" });

            migrationBuilder.CreateIndex(
                name: "IX_OneOpenMatch",
                table: "Matches",
                columns: new[] { "EnterpriseId", "ClauseId" },
                unique: true,
                filter: "\"Until\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MatchTurns_NextTurn",
                table: "MatchTurns",
                column: "NextTurn");

            migrationBuilder.CreateIndex(
                name: "IX_Unweighed_ClauseId",
                table: "Unweighed",
                column: "ClauseId");

            migrationBuilder.CreateIndex(
                name: "IX_Unweighed_EnterpriseId",
                table: "Unweighed",
                column: "EnterpriseId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClauseApplications");

            migrationBuilder.DropTable(
                name: "ClausePushes");

            migrationBuilder.DropTable(
                name: "MatchDigests");

            migrationBuilder.DropTable(
                name: "Matches");

            migrationBuilder.DropTable(
                name: "MatchTurns");

            migrationBuilder.DropTable(
                name: "Unweighed");

            migrationBuilder.DropColumn(
                name: "WeeklyOff",
                table: "MailWishes");

            migrationBuilder.DropColumn(
                name: "CalledById",
                table: "ClauseAnswers");

            migrationBuilder.DropColumn(
                name: "CalledOn",
                table: "ClauseAnswers");
        }
    }
}
